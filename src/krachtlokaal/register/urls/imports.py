"""Addresses of imports."""

from django.urls import path

from krachtlokaal.register.views import import_columns, import_rows, imports

_RUN = "organisaties/inlezen/<int:pk>/"

urlpatterns = [
    path("organisaties/inlezen/", imports.imports, name="imports"),
    path("organisaties/inlezen/voorbeeld.xlsx", imports.sample, name="import_sample"),
    path(_RUN, imports.show, name="import"),
    path(f"{_RUN}kolommen/", import_columns.columns, name="import_columns"),
    path(f"{_RUN}blad/", import_columns.sheet, name="import_sheet"),
    path(f"{_RUN}manier/", import_columns.manner, name="import_manner"),
    path(f"{_RUN}gemeenten/", import_columns.places, name="import_places"),
    path(f"{_RUN}rij/<int:number>/", import_rows.row, name="import_row"),
    path(f"{_RUN}akkoord/", imports.agree, name="import_agree"),
    path(f"{_RUN}opnieuw/", imports.again, name="import_again"),
    path(f"{_RUN}terugdraaien/", imports.undo, name="import_undo"),
    path(f"{_RUN}weggooien/", imports.discard, name="import_discard"),
    path(f"{_RUN}niet-ingelezen.xlsx", imports.rejected, name="import_rejected"),
]

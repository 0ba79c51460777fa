"""Addresses of duplicates and merges."""

from django.urls import path

from krachtlokaal.register.views import duplicates as views

urlpatterns = [
    path("organisaties/dubbel/", views.pairs, name="pairs"),
    path("organisaties/dubbel/zoeken/", views.find, name="pairs_find"),
    path("organisaties/dubbel/<int:pk>/verschillend/", views.different, name="pair_different"),
    path("organisaties/samenvoegen/<int:kept>/<int:gone>/", views.merge, name="merge"),
    path("organisaties/samengevoegd/", views.merged_list, name="merged_list"),
    path("organisaties/samengevoegd/<int:pk>/", views.merged, name="merged"),
    path("organisaties/samengevoegd/<int:pk>/ongedaan/", views.undo, name="merge_undo"),
]

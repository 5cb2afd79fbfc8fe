from django.urls import path

from jointaction.web.imports import rows, views

urlpatterns = [
    path("", views.imports, name="imports"),
    path("new/", views.upload, name="upload"),
    path("<int:import_id>/", views.review, name="import"),
    path("<int:import_id>/accept/", views.accept, name="accept_import"),
    path("<int:import_id>/drop/", views.drop, name="drop_import"),
    path("<int:import_id>/retry/", views.retry, name="retry_import"),
    path("<int:import_id>/original/", views.original, name="original"),
    path("<int:import_id>/plans/<int:number>/", views.name, name="name_draft_plan"),
    path("<int:import_id>/names/", views.names, name="draft_names"),
    path("<int:import_id>/plans/<int:number>/compare/", views.compare, name="compare_draft_plan"),
    path("<int:import_id>/plans/<int:number>/drop/", views.drop_one_plan, name="drop_draft_plan"),
    path("<int:import_id>/warnings/settle/", views.settle_all, name="settle_warnings"),
    path("<int:import_id>/warnings/<int:number>/settle/", views.settle, name="settle_warning"),
    path("<int:import_id>/rows/<str:key>/", rows.row, name="import_row"),
    path("<int:import_id>/rows/<str:key>/pages/<int:page>.png", rows.page_image, name="row_page_image"),
    path("<int:import_id>/rows/<str:key>/split/", rows.split, name="split_row"),
    path("<int:import_id>/rows/<str:key>/move/", rows.move, name="move_words"),
    path("<int:import_id>/rows/<str:key>/<str:step>/", rows.step, name="row_step"),
]

from django.urls import path

from jointaction.web.returns import files, links, sheets, views

urlpatterns = [
    path("<int:return_id>/", views.answering, name="return"),
    path("<int:return_id>/answers/<int:objective_id>/<int:area_id>/", views.save, name="save_answer"),
    path("<int:return_id>/files/<int:objective_id>/<int:area_id>/", files.files, name="answer_files"),
    path("<int:return_id>/files/<int:evidence_id>/", files.download, name="answer_file"),
    path("<int:return_id>/files/<int:evidence_id>/remove/", files.remove, name="remove_answer_file"),
    path("<int:return_id>/sheets/", sheets.sheets, name="return_sheets"),
    path("<int:return_id>/sheets/<int:sheet_id>/", sheets.sheet, name="return_sheet"),
    path("<int:return_id>/sheet.<str:extension>", sheets.file, name="return_sheet_file"),
    path("link/<str:token>/", links.come_in, name="return_link"),
    path("link/<str:token>/again/", links.ask_again, name="ask_for_return_link"),
    path("leave/", links.leave, name="leave_return"),
]

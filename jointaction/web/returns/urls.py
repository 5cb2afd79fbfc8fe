from django.urls import path

from jointaction.web.returns import links, views

urlpatterns = [
    path("<int:return_id>/", views.answering, name="return"),
    path("<int:return_id>/answers/<int:objective_id>/<int:area_id>/", views.save, name="save_answer"),
    path("link/<str:token>/", links.come_in, name="return_link"),
    path("link/<str:token>/again/", links.ask_again, name="ask_for_return_link"),
    path("leave/", links.leave, name="leave_return"),
]

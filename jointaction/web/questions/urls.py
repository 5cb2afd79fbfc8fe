from django.urls import path

from jointaction.web.questions import views, words

urlpatterns = [
    path("questions/", views.all_questions, name="questions"),
    path("questions/words/", words.careful_words, name="careful_words"),
    path("questions/report.md", views.as_text, name="questions_text"),
    path("questions/<str:key>/settle/", views.settle, name="settle_question"),
    path("questions/<str:key>/reopen/", views.reopen, name="reopen_question"),
    path("<int:plan_id>/questions/", views.plan_questions, name="plan_questions"),
]

from allauth.account import views as allauth_views
from django.urls import path

from jointaction.web.accounts import views

urlpatterns = [
    path("sign-in/", allauth_views.login, name="account_login"),
    path("sign-out/", allauth_views.logout, name="account_logout"),
    path("password/", views.change_password, name="account_change_password"),
    path("sign-in/as/<str:role>/", views.sign_in_as, name="sign_in_as"),
]

"""Addresses of this folder that visitors open."""

from django.urls import path

from kintrace.visitors import views_feedback

app_name = "feedback"
urlpatterns = [path("", views_feedback.give, name="give")]

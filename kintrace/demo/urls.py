from django.urls import path

from kintrace.demo import views

app_name = "demo"

urlpatterns = [path("demo/", views.members, name="members")]

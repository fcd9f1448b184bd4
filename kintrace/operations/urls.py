"""Addresses of the desk about what works and what failed."""

from django.urls import path

from kintrace.operations import views

app_name = "operations"
urlpatterns = [
    path("status/", views.status, name="status"),
    path("status/jobs/", views.failed_jobs, name="failed"),
    path("status/jobs/<uuid:job_id>/", views.failed_job, name="failed_job"),
    path("status/jobs/<uuid:job_id>/again/", views.try_again, name="try_again"),
]

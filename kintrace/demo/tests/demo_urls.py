"""The house's addresses with the demo's own among them, as the demo has them."""

from django.urls import include, path

from kintrace.config.urls import urlpatterns as of_the_house

urlpatterns = [path("", include("kintrace.demo.urls")), *of_the_house]

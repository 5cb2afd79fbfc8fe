from django.urls import path

from jointaction.web.papers import drafts, issued, template, views

urlpatterns = [
    path("", views.papers, name="papers"),
    path("<int:plan_id>/", views.paper, name="paper"),
    path("<int:plan_id>/download/<str:extension>/", views.download, name="paper_download"),
    path("<int:plan_id>/new/", drafts.new, name="new_paper"),
    path("drafts/<int:paper_id>/", drafts.preview, name="paper_draft"),
    path("drafts/<int:paper_id>/cover/", drafts.change, name="change_paper"),
    path("drafts/<int:paper_id>/issue/", drafts.issue, name="issue_paper"),
    path("drafts/<int:paper_id>/drop/", drafts.drop, name="drop_paper"),
    path("drafts/<int:paper_id>/download/<str:extension>/", drafts.download, name="paper_draft_download"),
    path("issued/<int:number>/", issued.issued, name="issued_paper"),
    path("issued/<int:number>/download/<str:extension>/", issued.download, name="issued_paper_download"),
    path("published/", issued.published, name="published_papers"),
    path("issued/<int:number>/publish/", issued.publish, name="publish_paper"),
    path("issued/<int:number>/withdraw/", issued.withdraw, name="withdraw_paper"),
    path("issued/<int:number>/replace/", drafts.replace, name="replace_paper"),
    path("template/", template.template, name="paper_template"),
    path("template/sample/", template.sample, name="sample_paper_template"),
    path("template/trial/", template.trial, name="try_paper_template"),
    path("template/leave/", template.leave, name="leave_paper_template"),
]

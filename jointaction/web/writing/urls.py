from django.urls import path

from jointaction.web.writing import amendments, life, objectives, plans, sheet, themes, updates

urlpatterns = [
    path("new/", plans.new_plan, name="new_plan"),
    path("<int:plan_id>/write/", plans.write_plan, name="write_plan"),
    path("<int:plan_id>/write/name/", plans.plan_name, name="name_plan"),
    path("<int:plan_id>/write/take-out/", plans.plan_out, name="take_out_plan"),
    path("<int:plan_id>/whole-plan.xlsx", sheet.whole_sheet, name="whole_sheet"),
    path("<int:plan_id>/life/", life.life, name="plan_life"),
    path("<int:plan_id>/life/agreement/", life.agreement, name="note_agreement"),
    path("<int:plan_id>/life/<str:step>/", life.step, name="step_plan"),
    path("<int:plan_id>/amendments/", amendments.amendments, name="amendments"),
    path("<int:plan_id>/themes/new/", themes.new_theme, name="new_theme"),
    path("<int:plan_id>/themes/<int:theme_id>/", themes.theme, name="write_theme"),
    path("<int:plan_id>/themes/<int:theme_id>/order/", themes.theme_order, name="order_theme"),
    path("<int:plan_id>/themes/<int:theme_id>/take-out/", themes.theme_out, name="take_out_theme"),
    path("<int:plan_id>/objectives/new/", objectives.write_new, name="new_objective"),
    path(
        "<int:plan_id>/objectives/<int:objective_id>/write/",
        objectives.write_objective,
        name="write_objective",
    ),
    path(
        "<int:plan_id>/objectives/<int:objective_id>/order/",
        objectives.objective_order,
        name="order_objective",
    ),
    path(
        "<int:plan_id>/objectives/<int:objective_id>/take-out/",
        objectives.objective_out,
        name="take_out_objective",
    ),
    path("<int:plan_id>/objectives/<int:objective_id>/update/", updates.update, name="write_update"),
]

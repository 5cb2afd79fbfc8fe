import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('store', '0006_settled_questions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('reason', models.TextField()),
                ('agreed_by', models.CharField(blank=True, max_length=200)),
                ('changes', models.JSONField(default=list)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='store.plan')),
            ],
            options={
                'ordering': ('number',),
                'constraints': [models.UniqueConstraint(models.F('plan'), models.F('number'), name='amendment_number_once')],
            },
        ),
        migrations.CreateModel(
            name='ChaseStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('days', models.SmallIntegerField()),
                ('audience', models.CharField(choices=[('the people who answer', 'the people who answer'), ('the named senior', 'the named senior'), ("the group's chair", "the group's chair")], max_length=40)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('is_on', models.BooleanField(default=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
            ],
            options={
                'ordering': ('days', 'audience'),
                'constraints': [models.UniqueConstraint(models.F('partnership'), models.F('days'), models.F('audience'), name='chase_step_once'), models.CheckConstraint(condition=models.Q(('audience__in', ['the people who answer', 'the named senior', "the group's chair"])), name='chase_audience_known'), models.CheckConstraint(condition=models.Q(('days__gte', -60), ('days__lte', 60)), name='chase_days_within_60')],
            },
        ),
        migrations.CreateModel(
            name='CommitteePaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'draft'), ('issued', 'issued'), ('withdrawn', 'withdrawn')], default='draft', max_length=20)),
                ('period', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=300)),
                ('meeting', models.CharField(blank=True, max_length=200)),
                ('meeting_on', models.DateField(blank=True, null=True)),
                ('author', models.CharField(blank=True, max_length=200)),
                ('recommendation', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('implications', models.JSONField(default=list)),
                ('choice', models.JSONField(default=dict)),
                ('version', models.PositiveIntegerField(default=1)),
                ('idempotency_key', models.UUIDField()),
                ('made_at', models.DateTimeField()),
                ('number', models.PositiveIntegerField(null=True)),
                ('content', models.TextField(blank=True)),
                ('issued_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('withdrawn_reason', models.TextField(blank=True)),
                ('issued_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='papers_issued', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='papers_made', to=settings.AUTH_USER_MODEL)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.plan')),
                ('replaces', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.committeepaper')),
            ],
            options={
                'ordering': ('-made_at',),
                'constraints': [models.UniqueConstraint(models.F('partnership'), models.F('number'), name='paper_number_once'), models.UniqueConstraint(models.F('partnership'), models.F('idempotency_key'), name='paper_made_once'), models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'issued', 'withdrawn'])), name='paper_state_known'), models.CheckConstraint(condition=models.Q(models.Q(('issued_at__isnull', True), ('number__isnull', True), ('state', 'draft')), models.Q(('issued_at__isnull', False), ('number__isnull', False), models.Q(('content', ''), _negated=True)), _connector='OR'), name='issued_paper_is_whole'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'withdrawn'), _negated=True), models.Q(('withdrawn_at__isnull', False), models.Q(('withdrawn_reason', ''), _negated=True)), _connector='OR'), name='withdrawn_with_a_reason'), models.CheckConstraint(condition=models.Q(('replaces__isnull', True), models.Q(('replaces', models.F('pk')), _negated=True), _connector='OR'), name='paper_replaces_another')],
            },
        ),
        migrations.CreateModel(
            name='Contact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('is_senior', models.BooleanField(default=False)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='store.agency')),
            ],
            options={
                'ordering': ('is_senior', 'name'),
                'constraints': [models.UniqueConstraint(models.F('agency'), django.db.models.functions.text.Lower('email'), name='contact_once_an_agency')],
            },
        ),
        migrations.CreateModel(
            name='Indicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('scheme', models.CharField(max_length=80)),
                ('code', models.CharField(max_length=40)),
                ('title', models.CharField(max_length=300)),
                ('definition', models.TextField(blank=True)),
                ('source', models.CharField(blank=True, max_length=300)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('version', models.PositiveIntegerField(default=1)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
            ],
            options={
                'ordering': ('scheme', 'code'),
                'constraints': [models.UniqueConstraint(models.F('partnership'), django.db.models.functions.text.Lower('code'), name='indicator_code_once_in_partnership')],
            },
        ),
        migrations.CreateModel(
            name='Layout',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('columns', models.JSONField(default=list)),
                ('version', models.PositiveIntegerField(default=1)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(models.F('partnership'), django.db.models.functions.text.Lower('name'), name='layout_named_once_in_partnership')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('starts_at', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(default=120)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('papers_due_on', models.DateField(blank=True, null=True)),
                ('idempotency_key', models.UUIDField()),
                ('version', models.PositiveIntegerField(default=1)),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.group')),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
            ],
            options={
                'ordering': ('starts_at',),
                'constraints': [models.UniqueConstraint(models.F('partnership'), models.F('idempotency_key'), name='meeting_made_once'), models.CheckConstraint(condition=models.Q(('minutes__gte', 5), ('minutes__lte', 1440)), name='meeting_lasts')],
            },
        ),
        migrations.CreateModel(
            name='ObjectiveEnding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ending', models.CharField(choices=[('carried forward', 'carried forward'), ('merged with another', 'merged with another'), ('split in several', 'split in several'), ('closed', 'closed')], max_length=30)),
                ('reason', models.TextField(blank=True)),
                ('decided_at', models.DateTimeField()),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('objective', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, to='store.objective')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ending__in', ['carried forward', 'merged with another', 'split in several', 'closed'])), name='ending_known'), models.CheckConstraint(condition=models.Q(models.Q(('ending', 'closed'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='closed_with_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='PaperTemplate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('sha256', models.CharField(max_length=64)),
                ('size_bytes', models.PositiveBigIntegerField()),
                ('uploaded_at', models.DateTimeField()),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
                ('uploaded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-uploaded_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='template_sha256_hex')],
            },
        ),
        migrations.CreateModel(
            name='Round',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', models.CharField(max_length=20)),
                ('opens_on', models.DateField()),
                ('due_on', models.DateField()),
                ('state', models.CharField(choices=[('open', 'open'), ('closed', 'closed')], default='open', max_length=20)),
                ('version', models.PositiveIntegerField(default=1)),
                ('opened_at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(null=True)),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.plan')),
            ],
            options={
                'ordering': ('-due_on', '-pk'),
                'constraints': [models.UniqueConstraint(models.F('plan'), models.F('period'), name='round_once_a_period'), models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('opens_on'))), name='round_due_after_opening'), models.CheckConstraint(condition=models.Q(('state__in', ['open', 'closed'])), name='round_state_known'), models.CheckConstraint(condition=models.Q(('period__regex', '^\\d{4}-\\d{2}( Q[1-4])?$')), name='round_period_is_a_period')],
            },
        ),
        migrations.CreateModel(
            name='StatusScheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('statuses', models.JSONField(default=list)),
                ('version', models.PositiveIntegerField(default=1)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
            ],
            options={
                'ordering': ('name',),
                'constraints': [models.UniqueConstraint(models.F('partnership'), django.db.models.functions.text.Lower('name'), name='scheme_named_once_in_partnership')],
            },
        ),
        migrations.CreateModel(
            name='StatusSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('period', models.CharField(max_length=20)),
                ('status', models.CharField(max_length=40)),
                ('reason', models.TextField(blank=True)),
                ('set_by_name', models.CharField(max_length=120)),
                ('set_at', models.DateTimeField()),
                ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.area')),
                ('objective', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='store.objective')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('set_at', 'pk'),
                'indexes': [models.Index(models.F('objective'), models.F('period'), name='status_of_objective')],
                'constraints': [models.CheckConstraint(condition=models.Q(('period__regex', '^\\d{4}-\\d{2}( Q[1-4])?$')), name='status_period_is_a_period')],
            },
        ),
        migrations.CreateModel(
            name='ThemeStrand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('strand', models.CharField(choices=[('crime and disorder', 'crime and disorder'), ('drugs, alcohol and other substances', 'drugs, alcohol and other substances'), ('re-offending', 're-offending'), ('serious violence', 'serious violence')], max_length=60)),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='store.theme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('theme'), models.F('strand'), name='strand_once_in_theme'), models.CheckConstraint(condition=models.Q(('strand__in', ['crime and disorder', 'drugs, alcohol and other substances', 're-offending', 'serious violence'])), name='strand_known')],
            },
        ),
        migrations.CreateModel(
            name='PaperFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extension', models.CharField(max_length=10)),
                ('sha256', models.CharField(max_length=64)),
                ('size_bytes', models.PositiveBigIntegerField()),
                ('paper', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.committeepaper')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('paper'), models.F('extension'), name='paper_form_once'), models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='paper_sha256_hex')],
            },
        ),
        migrations.CreateModel(
            name='Return',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('not due', 'not due'), ('due', 'due'), ('drafted', 'drafted'), ('submitted', 'submitted'), ('sent back', 'sent back'), ('accepted', 'accepted'), ('nil return', 'nil return'), ('excused', 'excused'), ('no update received', 'no update received')], default='not due', max_length=30)),
                ('version', models.PositiveIntegerField(default=1)),
                ('note', models.TextField(blank=True)),
                ('extended_to', models.DateField(blank=True, null=True)),
                ('submitted_at', models.DateTimeField(null=True)),
                ('submitted_by', models.CharField(blank=True, max_length=120)),
                ('decided_at', models.DateTimeField(null=True)),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.agency')),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.round')),
            ],
            options={
                'ordering': ('agency__name',),
                'constraints': [models.UniqueConstraint(models.F('round'), models.F('agency'), name='return_once_an_agency'), models.CheckConstraint(condition=models.Q(('state__in', ['not due', 'due', 'drafted', 'submitted', 'sent back', 'accepted', 'nil return', 'excused', 'no update received'])), name='return_state_known')],
            },
        ),
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(blank=True)),
                ('status', models.CharField(blank=True, max_length=40)),
                ('status_reason', models.TextField(blank=True)),
                ('as_before', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('saved_at', models.DateTimeField()),
                ('saved_by', models.CharField(max_length=120)),
                ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.area')),
                ('objective', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.objective')),
                ('of_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.return')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('of_return'), models.F('objective'), condition=models.Q(('area__isnull', True)), name='answer_once_an_objective'), models.UniqueConstraint(models.F('of_return'), models.F('objective'), models.F('area'), condition=models.Q(('area__isnull', False)), name='answer_once_an_area')],
            },
        ),
        migrations.CreateModel(
            name='OutgoingMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120)),
                ('to_name', models.CharField(max_length=120)),
                ('to_email', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('made_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('next_attempt_at', models.DateTimeField(null=True)),
                ('failure', models.TextField(blank=True)),
                ('partnership', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.partnership')),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.return')),
            ],
            options={
                'ordering': ('-made_at', '-pk'),
                'constraints': [models.UniqueConstraint(models.F('partnership'), models.F('key'), name='mail_made_once')],
            },
        ),
        migrations.CreateModel(
            name='ReturnLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64, unique=True)),
                ('sent_to', models.EmailField(blank=True, max_length=254)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('revoked_at', models.DateTimeField(null=True)),
                ('last_used_at', models.DateTimeField(null=True)),
                ('times_used', models.PositiveIntegerField(default=0)),
                ('of_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.return')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='link_sha256_hex'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='link_expires_after_made')],
            },
        ),
        migrations.CreateModel(
            name='ReturnSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('sha256', models.CharField(max_length=64)),
                ('size_bytes', models.PositiveBigIntegerField()),
                ('reading', models.TextField()),
                ('brought_by', models.CharField(max_length=120)),
                ('brought_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('was_accepted', models.BooleanField(default=False)),
                ('of_return', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.return')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='sheet_sha256_hex')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255)),
                ('media_type', models.CharField(max_length=100)),
                ('sha256', models.CharField(max_length=64)),
                ('size_bytes', models.PositiveBigIntegerField()),
                ('added_by', models.CharField(max_length=120)),
                ('added_at', models.DateTimeField()),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='store.answer')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'constraints': [models.UniqueConstraint(models.F('answer'), models.F('sha256'), name='evidence_once_an_answer'), models.CheckConstraint(condition=models.Q(('sha256__regex', '^[0-9a-f]{64}$')), name='evidence_sha256_hex')],
            },
        ),
        migrations.AddField(
            model_name='objective',
            name='cost_planned',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name='objective',
            name='cost_spent',
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True),
        ),
        migrations.AddField(
            model_name='objective',
            name='due_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='objective',
            name='funding_kind',
            field=models.CharField(blank=True, choices=[('required', 'required'), ('in kind', 'in kind'), ('provided', 'provided'), ('within existing resources', 'within existing resources')], max_length=40),
        ),
        migrations.AddField(
            model_name='objective',
            name='version',
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddField(
            model_name='plan',
            name='agreed_by',
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name='plan',
            name='agreed_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='plan',
            name='idempotency_key',
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name='plan',
            name='scheme',
            field=models.JSONField(null=True),
        ),
        migrations.AddField(
            model_name='plan',
            name='state',
            field=models.CharField(choices=[('draft', 'draft'), ('agreed', 'agreed'), ('current', 'current'), ('closed', 'closed')], default='current', max_length=20),
        ),
        migrations.AlterField(
            model_name='invitation',
            name='role',
            field=models.CharField(choices=[('coordinator', 'coordinator'), ('agency lead', 'agency lead'), ('group chair', 'group chair'), ('analyst', 'analyst'), ('councillor', 'councillor'), ('platform administrator', 'platform administrator'), ("holder of a return's link", "holder of a return's link"), ('public', 'public')], max_length=40),
        ),
        migrations.AlterField(
            model_name='membership',
            name='role',
            field=models.CharField(choices=[('coordinator', 'coordinator'), ('agency lead', 'agency lead'), ('group chair', 'group chair'), ('analyst', 'analyst'), ('councillor', 'councillor'), ('platform administrator', 'platform administrator'), ("holder of a return's link", "holder of a return's link"), ('public', 'public')], max_length=40),
        ),
        migrations.AddConstraint(
            model_name='objective',
            constraint=models.CheckConstraint(condition=models.Q(('funding_kind__in', ['', 'required', 'in kind', 'provided', 'within existing resources'])), name='funding_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='objective',
            constraint=models.CheckConstraint(condition=models.Q(('cost_planned__isnull', True), ('cost_planned__gte', 0), _connector='OR'), name='cost_planned_not_below_zero'),
        ),
        migrations.AddConstraint(
            model_name='objective',
            constraint=models.CheckConstraint(condition=models.Q(('cost_spent__isnull', True), ('cost_spent__gte', 0), _connector='OR'), name='cost_spent_not_below_zero'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.UniqueConstraint(models.F('partnership'), models.F('idempotency_key'), name='plan_made_once'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'agreed', 'current', 'closed'])), name='plan_state_known'),
        ),
        migrations.AddField(
            model_name='update',
            name='answer',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, to='store.answer'),
        ),
    ]

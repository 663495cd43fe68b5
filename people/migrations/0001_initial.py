"""The tables of this app; wide columns stand last, so that a database need not step over them to reach the others."""

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Province',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('kind', models.CharField(choices=[('province', 'Province'), ('city', 'City')], max_length=10, verbose_name='kind')),
                ('slug', models.SlugField(max_length=60, verbose_name='short name for URLs')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region')),
                ('aliases', models.CharField(blank=True, help_text='Divided by |.', max_length=200, verbose_name='other spellings')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='people.province', verbose_name='successor')),
            ],
            options={
                'verbose_name': 'province',
                'verbose_name_plural': 'provinces',
                'ordering': ('slug', '-valid_to'),
            },
        ),
        migrations.CreateModel(
            name='Official',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'Read by the machine'), ('confirmed', 'Confirmed by a person'), ('rejected', 'Rejected by a person'), ('withdrawn', 'No longer found in the text')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('confidence', models.PositiveSmallIntegerField(default=100, help_text='How sure the reading is, in percent.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='confidence')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='first read')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_key', models.CharField(editable=False, max_length=120)),
                ('given_name_key', models.CharField(default='', editable=False, max_length=40)),
                ('homonym', models.PositiveSmallIntegerField(default=0, help_text='0 unless several people of this name serve in this province.', verbose_name='homonym')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='officials', to='people.province', verbose_name='province')),
                ('extracted', models.JSONField(blank=True, default=dict, editable=False, verbose_name='as read from the text')),
                ('conflicts', models.JSONField(blank=True, default=dict, editable=False, verbose_name='conflicting readings')),
                ('search_text', models.TextField(blank=True, default='', editable=False)),
            ],
            options={
                'verbose_name': 'official',
                'verbose_name_plural': 'officials',
                'ordering': ('given_name_key', 'name_key', 'pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Organization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'Read by the machine'), ('confirmed', 'Confirmed by a person'), ('rejected', 'Rejected by a person'), ('withdrawn', 'No longer found in the text')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('confidence', models.PositiveSmallIntegerField(default=100, help_text='How sure the reading is, in percent.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='confidence')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='first read')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('name', models.CharField(max_length=250, verbose_name='name')),
                ('name_key', models.CharField(editable=False, max_length=250)),
                ('abbreviations', models.CharField(blank=True, help_text='Divided by |.', max_length=200, verbose_name='abbreviations')),
                ('kind', models.CharField(choices=[('party', 'Party body'), ('council', "People's Council"), ('committee', "People's Committee"), ('department', 'Department'), ('delegation', 'National Assembly delegation'), ('steering', 'Steering committee'), ('office', 'Office'), ('force', 'Armed forces and police'), ('justice', 'Court, procuracy or inspectorate'), ('front', 'Fatherland Front and associations'), ('local', 'District or commune'), ('national', 'National body'), ('other', 'Other')], db_index=True, default='other', max_length=12, verbose_name='kind')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('successor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='predecessors', to='people.organization', verbose_name='successor')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organizations', to='people.province', verbose_name='province')),
                ('extracted', models.JSONField(blank=True, default=dict, editable=False, verbose_name='as read from the text')),
                ('conflicts', models.JSONField(blank=True, default=dict, editable=False, verbose_name='conflicting readings')),
                ('search_text', models.TextField(blank=True, default='', editable=False)),
            ],
            options={
                'verbose_name': 'organization',
                'verbose_name_plural': 'organizations',
                'ordering': ('name', 'pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HistoricalAlias',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=250, verbose_name='name')),
                ('name_key', models.CharField(db_index=True, editable=False, max_length=250)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('official', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.official', verbose_name='official')),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.organization', verbose_name='organization')),
            ],
            options={
                'verbose_name': 'historical alias',
                'verbose_name_plural': 'historical aliases',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalRole',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'Read by the machine'), ('confirmed', 'Confirmed by a person'), ('rejected', 'Rejected by a person'), ('withdrawn', 'No longer found in the text')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('confidence', models.PositiveSmallIntegerField(default=100, help_text='How sure the reading is, in percent.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='confidence')),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='first read')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('title', models.CharField(max_length=250, verbose_name='title as printed')),
                ('canonical_title', models.CharField(max_length=250, verbose_name='title')),
                ('title_key', models.CharField(db_index=True, editable=False, max_length=250)),
                ('rank', models.PositiveSmallIntegerField(default=999, help_text='Small is high; our own ordering.', verbose_name='rank')),
                ('first_attested', models.DateField(blank=True, null=True, verbose_name='first attested')),
                ('last_attested', models.DateField(blank=True, null=True, verbose_name='last attested')),
                ('status', models.CharField(choices=[('current', 'In office when last reported'), ('ended', 'Ended'), ('unknown', 'Unknown')], default='unknown', max_length=8, verbose_name='status')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('official', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.official', verbose_name='official')),
                ('organization', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.organization', verbose_name='organization')),
                ('province', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.province', verbose_name='province')),
                ('extracted', models.JSONField(blank=True, default=dict, editable=False, verbose_name='as read from the text')),
                ('conflicts', models.JSONField(blank=True, default=dict, editable=False, verbose_name='conflicting readings')),
            ],
            options={
                'verbose_name': 'historical role',
                'verbose_name_plural': 'historical roles',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalOrganization',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'Read by the machine'), ('confirmed', 'Confirmed by a person'), ('rejected', 'Rejected by a person'), ('withdrawn', 'No longer found in the text')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('confidence', models.PositiveSmallIntegerField(default=100, help_text='How sure the reading is, in percent.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='confidence')),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='first read')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('name', models.CharField(max_length=250, verbose_name='name')),
                ('name_key', models.CharField(editable=False, max_length=250)),
                ('abbreviations', models.CharField(blank=True, help_text='Divided by |.', max_length=200, verbose_name='abbreviations')),
                ('kind', models.CharField(choices=[('party', 'Party body'), ('council', "People's Council"), ('committee', "People's Committee"), ('department', 'Department'), ('delegation', 'National Assembly delegation'), ('steering', 'Steering committee'), ('office', 'Office'), ('force', 'Armed forces and police'), ('justice', 'Court, procuracy or inspectorate'), ('front', 'Fatherland Front and associations'), ('local', 'District or commune'), ('national', 'National body'), ('other', 'Other')], db_index=True, default='other', max_length=12, verbose_name='kind')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='valid from')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='valid to')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('successor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.organization', verbose_name='successor')),
                ('province', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.province', verbose_name='province')),
                ('extracted', models.JSONField(blank=True, default=dict, editable=False, verbose_name='as read from the text')),
                ('conflicts', models.JSONField(blank=True, default=dict, editable=False, verbose_name='conflicting readings')),
            ],
            options={
                'verbose_name': 'historical organization',
                'verbose_name_plural': 'historical organizations',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalOfficial',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'Read by the machine'), ('confirmed', 'Confirmed by a person'), ('rejected', 'Rejected by a person'), ('withdrawn', 'No longer found in the text')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('confidence', models.PositiveSmallIntegerField(default=100, help_text='How sure the reading is, in percent.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='confidence')),
                ('created_at', models.DateTimeField(blank=True, editable=False, verbose_name='first read')),
                ('updated_at', models.DateTimeField(blank=True, editable=False, verbose_name='last changed')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('name_key', models.CharField(editable=False, max_length=120)),
                ('given_name_key', models.CharField(default='', editable=False, max_length=40)),
                ('homonym', models.PositiveSmallIntegerField(default=0, help_text='0 unless several people of this name serve in this province.', verbose_name='homonym')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('province', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='people.province', verbose_name='province')),
                ('extracted', models.JSONField(blank=True, default=dict, editable=False, verbose_name='as read from the text')),
                ('conflicts', models.JSONField(blank=True, default=dict, editable=False, verbose_name='conflicting readings')),
            ],
            options={
                'verbose_name': 'historical official',
                'verbose_name_plural': 'historical officials',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('read', 'Read by the machine'), ('confirmed', 'Confirmed by a person'), ('rejected', 'Rejected by a person'), ('withdrawn', 'No longer found in the text')], db_index=True, default='read', max_length=10, verbose_name='state')),
                ('confidence', models.PositiveSmallIntegerField(default=100, help_text='How sure the reading is, in percent.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(100)], verbose_name='confidence')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='first read')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='last changed')),
                ('title', models.CharField(max_length=250, verbose_name='title as printed')),
                ('canonical_title', models.CharField(max_length=250, verbose_name='title')),
                ('title_key', models.CharField(db_index=True, editable=False, max_length=250)),
                ('rank', models.PositiveSmallIntegerField(default=999, help_text='Small is high; our own ordering.', verbose_name='rank')),
                ('first_attested', models.DateField(blank=True, null=True, verbose_name='first attested')),
                ('last_attested', models.DateField(blank=True, null=True, verbose_name='last attested')),
                ('status', models.CharField(choices=[('current', 'In office when last reported'), ('ended', 'Ended'), ('unknown', 'Unknown')], default='unknown', max_length=8, verbose_name='status')),
                ('official', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='people.official', verbose_name='official')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='people.organization', verbose_name='organization')),
                ('province', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='roles', to='people.province', verbose_name='province')),
                ('extracted', models.JSONField(blank=True, default=dict, editable=False, verbose_name='as read from the text')),
                ('conflicts', models.JSONField(blank=True, default=dict, editable=False, verbose_name='conflicting readings')),
                ('search_text', models.TextField(blank=True, default='', editable=False)),
            ],
            options={
                'verbose_name': 'role',
                'verbose_name_plural': 'roles',
                'ordering': ('-last_attested', 'rank', 'pk'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Alias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=250, verbose_name='name')),
                ('name_key', models.CharField(db_index=True, editable=False, max_length=250)),
                ('official', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='people.official', verbose_name='official')),
                ('organization', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='people.organization', verbose_name='organization')),
                ('search_text', models.TextField(blank=True, default='', editable=False)),
            ],
            options={
                'verbose_name': 'alias',
                'verbose_name_plural': 'aliases',
                'ordering': ('name', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('official__isnull', False), ('organization__isnull', True)), models.Q(('official__isnull', True), ('organization__isnull', False)), _connector='OR'), name='people_alias_of_one'), models.UniqueConstraint(fields=('official', 'name_key'), name='people_alias_official'), models.UniqueConstraint(fields=('organization', 'name_key'), name='people_alias_organization')],
            },
        ),
        migrations.AddConstraint(
            model_name='province',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('slug',), name='people_province_today'),
        ),
        migrations.AddConstraint(
            model_name='province',
            constraint=models.UniqueConstraint(fields=('slug', 'valid_to'), name='people_province_era'),
        ),
        migrations.AddConstraint(
            model_name='province',
            constraint=models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='people_province_validity'),
        ),
        migrations.AddIndex(
            model_name='organization',
            index=models.Index(fields=['kind', 'name'], name='people_org_kind_name'),
        ),
        migrations.AddIndex(
            model_name='organization',
            index=models.Index(fields=['province', 'kind'], name='people_org_province_kind'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['read', 'confirmed', 'rejected', 'withdrawn'])), name='people_organization_state'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 100)), name='people_organization_confidence'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.UniqueConstraint(fields=('name_key', 'province'), name='people_org_in_province'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.UniqueConstraint(condition=models.Q(('province__isnull', True)), fields=('name_key',), name='people_org_national'),
        ),
        migrations.AddConstraint(
            model_name='organization',
            constraint=models.CheckConstraint(condition=models.Q(('name_key', ''), _negated=True), name='people_org_named'),
        ),
        migrations.AddIndex(
            model_name='official',
            index=models.Index(fields=['given_name_key', 'name_key', 'id'], name='people_official_by_name'),
        ),
        migrations.AddIndex(
            model_name='official',
            index=models.Index(fields=['name_key'], name='people_official_name_key'),
        ),
        migrations.AddConstraint(
            model_name='official',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['read', 'confirmed', 'rejected', 'withdrawn'])), name='people_official_state'),
        ),
        migrations.AddConstraint(
            model_name='official',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 100)), name='people_official_confidence'),
        ),
        migrations.AddConstraint(
            model_name='official',
            constraint=models.UniqueConstraint(fields=('name_key', 'province', 'homonym'), name='people_official_in_province'),
        ),
        migrations.AddConstraint(
            model_name='official',
            constraint=models.UniqueConstraint(condition=models.Q(('province__isnull', True)), fields=('name_key', 'homonym'), name='people_official_unplaced'),
        ),
        migrations.AddConstraint(
            model_name='official',
            constraint=models.CheckConstraint(condition=models.Q(('name_key', ''), _negated=True), name='people_official_named'),
        ),
        migrations.AddIndex(
            model_name='role',
            index=models.Index(fields=['official', 'state', 'rank', 'organization', 'canonical_title'], name='people_role_of_official'),
        ),
        migrations.AddIndex(
            model_name='role',
            index=models.Index(fields=['province', 'official'], name='people_role_province'),
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['read', 'confirmed', 'rejected', 'withdrawn'])), name='people_role_state'),
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 100)), name='people_role_confidence'),
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.UniqueConstraint(fields=('official', 'title_key', 'province'), name='people_role_once'),
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.UniqueConstraint(condition=models.Q(('province__isnull', True)), fields=('official', 'title_key'), name='people_role_once_unplaced'),
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('first_attested__isnull', True), ('last_attested__isnull', True)), ('last_attested__gte', models.F('first_attested')), _connector='OR'), name='people_role_attested'),
        ),
        migrations.AddConstraint(
            model_name='role',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ('current', 'ended', 'unknown'))), name='people_role_status'),
        ),
    ]

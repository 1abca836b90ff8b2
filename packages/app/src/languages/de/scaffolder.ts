import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder/alpha';

/** Backstage's pages around its templates; people are spoken to with "du". */
export default createTranslationMessages({
  ref: scaffolderTranslationRef,
  full: true,
  messages: {
    'aboutCard.launchTemplate': 'Vorlage benutzen',
    'actionsPage.title': 'Vorhandene Aktionen',
    'actionsPage.pageTitle': 'Etwas anlegen',
    'actionsPage.subtitle': 'Alle Aktionen, die es hier gibt',
    'actionsPage.content.emptyState.title': 'Hier gibt es nichts zu zeigen',
    'actionsPage.content.emptyState.description':
      'Es gibt keine Aktionen, oder das Portal ist gerade nicht erreichbar.',
    'actionsPage.content.searchFieldPlaceholder': 'Aktion suchen',
    'actionsPage.action.input': 'Eingaben',
    'actionsPage.action.output': 'Ausgaben',
    'actionsPage.action.examples': 'Beispiele',
    'fields.entityNamePicker.title': 'Name',
    'fields.entityNamePicker.description': 'Ein Name, den es noch nicht gibt',
    'fields.entityPicker.title': 'Eintrag',
    'fields.entityPicker.description': 'Ein Eintrag im Katalog',
    'fields.entityTagsPicker.title': 'Schlagwörter',
    'fields.entityTagsPicker.description':
      'Füg passende Schlagwörter hinzu, jedes mit der Eingabetaste. Erlaubt sind [a-z0-9+#], getrennt durch [-], höchstens 63 Zeichen.',
    'fields.multiEntityPicker.title': 'Einträge',
    'fields.multiEntityPicker.description': 'Einträge im Katalog',
    'fields.myGroupsPicker.title': 'Gruppe',
    'fields.myGroupsPicker.description': 'Eine deiner Gruppen im Katalog',
    'fields.ownedEntityPicker.title': 'Eintrag',
    'fields.ownedEntityPicker.description':
      'Ein Eintrag im Katalog, der dir gehört',
    'fields.ownerPicker.title': 'Gehört',
    'fields.ownerPicker.description': 'Wem es gehört',
    'fields.azureRepoPicker.organization.title': 'Organisation',
    'fields.azureRepoPicker.organization.description':
      'Die Organisation, zu der das Repository gehören wird',
    'fields.azureRepoPicker.project.title': 'Projekt',
    'fields.azureRepoPicker.project.description':
      'Das Projekt, zu dem das Repository gehören wird',
    'fields.bitbucketRepoPicker.workspaces.title': 'Erlaubte Workspaces',
    'fields.bitbucketRepoPicker.workspaces.inputTitle': 'Workspaces',
    'fields.bitbucketRepoPicker.workspaces.description':
      'Der Workspace, zu dem das Repository gehören wird',
    'fields.bitbucketRepoPicker.project.title': 'Erlaubte Projekte',
    'fields.bitbucketRepoPicker.project.inputTitle': 'Projekte',
    'fields.bitbucketRepoPicker.project.description':
      'Das Projekt, zu dem das Repository gehören wird',
    'fields.gerritRepoPicker.owner.title': 'Gehört',
    'fields.gerritRepoPicker.owner.description':
      'Wem das Projekt gehört; kann leer bleiben',
    'fields.gerritRepoPicker.parent.title': 'Übergeordnet',
    'fields.gerritRepoPicker.parent.description':
      'Das Projekt, zu dem das Repository gehören wird',
    'fields.giteaRepoPicker.owner.title': 'Mögliche Namensräume',
    'fields.giteaRepoPicker.owner.inputTitle': 'Namensraum',
    'fields.giteaRepoPicker.owner.description':
      'Der Namensraum in Gitea, zu dem das Repository gehören wird: der Name einer Organisation, Gruppe, Untergruppe, eines Menschen oder des Projekts.',
    'fields.githubRepoPicker.owner.title': 'Mögliche Besitzer',
    'fields.githubRepoPicker.owner.inputTitle': 'Besitzer',
    'fields.githubRepoPicker.owner.description':
      'Die Organisation, der Mensch oder das Projekt, dem das Repository gehören wird',
    'fields.gitlabRepoPicker.owner.title': 'Mögliche Namensräume',
    'fields.gitlabRepoPicker.owner.inputTitle': 'Namensraum',
    'fields.gitlabRepoPicker.owner.description':
      'Der Namensraum in GitLab, zu dem das Repository gehören wird: der Name einer Organisation, Gruppe, Untergruppe, eines Menschen oder des Projekts.',
    'fields.repoUrlPicker.host.title': 'Server',
    'fields.repoUrlPicker.host.description':
      'Der Server, auf dem das Repository angelegt wird',
    'fields.repoUrlPicker.repository.title': 'Mögliche Repositories',
    'fields.repoUrlPicker.repository.inputTitle': 'Repository',
    'fields.repoUrlPicker.repository.description': 'Der Name des Repositorys',
    'fields.repoOwnerPicker.title': 'Gehört',
    'fields.repoOwnerPicker.description': 'Wem das Repository gehört',
    'listTaskPage.title': 'Läufe von Vorlagen',
    'listTaskPage.pageTitle': 'Läufe von Vorlagen',
    'listTaskPage.subtitle': 'Alle Läufe, die begonnen wurden',
    'listTaskPage.content.emptyState.title': 'Hier gibt es nichts zu zeigen',
    'listTaskPage.content.emptyState.description':
      'Es gibt keine Läufe, oder das Portal ist gerade nicht erreichbar.',
    'listTaskPage.content.tableTitle': 'Läufe',
    'listTaskPage.content.tableCell.taskID': 'Lauf',
    'listTaskPage.content.tableCell.template': 'Vorlage',
    'listTaskPage.content.tableCell.created': 'Begonnen',
    'listTaskPage.content.tableCell.owner': 'Von',
    'listTaskPage.content.tableCell.status': 'Stand',
    'ownerListPicker.title': 'Wessen Läufe',
    'ownerListPicker.options.owned': 'Deine',
    'ownerListPicker.options.all': 'Alle',
    'ongoingTask.title': 'Lauf von',
    'ongoingTask.pageTitle.hasTemplateName': 'Lauf von {{templateName}}',
    'ongoingTask.pageTitle.noTemplateName': 'Lauf einer Vorlage',
    'ongoingTask.subtitle': 'Lauf {{taskId}}',
    'ongoingTask.cancelButtonTitle': 'Abbrechen',
    'ongoingTask.retryButtonTitle': 'Noch einmal versuchen',
    'ongoingTask.startOverButtonTitle': 'Von vorn beginnen',
    'ongoingTask.hideLogsButtonTitle': 'Log ausblenden',
    'ongoingTask.showLogsButtonTitle': 'Log zeigen',
    'ongoingTask.contextMenu.moreOptions': 'Mehr',
    'ongoingTask.contextMenu.hideLogs': 'Log ausblenden',
    'ongoingTask.contextMenu.showLogs': 'Log zeigen',
    'ongoingTask.contextMenu.hideButtonBar': 'Knöpfe ausblenden',
    'ongoingTask.contextMenu.retry': 'Noch einmal versuchen',
    'ongoingTask.contextMenu.showButtonBar': 'Knöpfe zeigen',
    'ongoingTask.contextMenu.startOver': 'Von vorn beginnen',
    'ongoingTask.contextMenu.cancel': 'Abbrechen',
    'templateEditorForm.stepper.emptyText':
      'Die Vorlage hat keine Parameter, die man zeigen könnte.',
    'renderSchema.tableCell.name': 'Name',
    'renderSchema.tableCell.title': 'Titel',
    'renderSchema.tableCell.description': 'Beschreibung',
    'renderSchema.tableCell.type': 'Typ',
    'renderSchema.tableCell.value': 'Wert',
    'renderSchema.undefined': 'Kein Schema angegeben',
    'templatingExtensions.title': 'Erweiterungen für Vorlagen',
    'templatingExtensions.pageTitle': 'Erweiterungen für Vorlagen',
    'templatingExtensions.subtitle':
      'Alle Erweiterungen für Vorlagen, die es hier gibt',
    'templatingExtensions.content.emptyState.title':
      'Hier gibt es nichts zu zeigen',
    'templatingExtensions.content.emptyState.description':
      'Es gibt keine Erweiterungen, oder das Portal ist gerade nicht erreichbar.',
    'templatingExtensions.content.searchFieldPlaceholder': 'Erweiterung suchen',
    'templatingExtensions.content.filters.title': 'Filter',
    'templatingExtensions.content.filters.notAvailable':
      'Es gibt keine Filter für Vorlagen.',
    'templatingExtensions.content.filters.metadataAbsent':
      'Der Filter hat keine Beschreibung',
    'templatingExtensions.content.filters.schema.input': 'Eingabe',
    'templatingExtensions.content.filters.schema.arguments': 'Argumente',
    'templatingExtensions.content.filters.schema.output': 'Ausgabe',
    'templatingExtensions.content.filters.examples': 'Beispiele',
    'templatingExtensions.content.functions.title': 'Funktionen',
    'templatingExtensions.content.functions.notAvailable':
      'Es gibt keine Funktionen für Vorlagen.',
    'templatingExtensions.content.functions.metadataAbsent':
      'Die Funktion hat keine Beschreibung',
    'templatingExtensions.content.functions.schema.arguments': 'Argumente',
    'templatingExtensions.content.functions.schema.output': 'Ausgabe',
    'templatingExtensions.content.functions.examples': 'Beispiele',
    'templatingExtensions.content.values.title': 'Werte',
    'templatingExtensions.content.values.notAvailable':
      'Es gibt keine Werte für Vorlagen.',
    'templateTypePicker.title': 'Arten',
    'templateIntroPage.title': 'Vorlagen verwalten',
    'templateIntroPage.subtitle':
      'Vorlagen, Formulare und eigene Felder bearbeiten, ansehen und ausprobieren',
    'templateFormPage.title': 'Vorlagen bearbeiten',
    'templateFormPage.subtitle':
      'Formulare von Vorlagen bearbeiten, ansehen und ausprobieren',
    'templateCustomFieldPage.title': 'Eigene Felder ansehen',
    'templateCustomFieldPage.subtitle':
      'Eigene Felder bearbeiten, ansehen und ausprobieren',
    'templateEditorPage.title': 'Vorlagen bearbeiten',
    'templateEditorPage.subtitle':
      'Vorlagen und ihre Formulare bearbeiten, ansehen und ausprobieren',
    'templateEditorPage.dryRunResults.title': 'Ergebnisse der Probeläufe',
    'templateEditorPage.dryRunResultsList.title': 'Ergebnis {{resultId}}',
    'templateEditorPage.dryRunResultsList.downloadButtonTitle':
      'Als .zip herunterladen',
    'templateEditorPage.dryRunResultsList.deleteButtonTitle':
      'Ergebnis löschen',
    'templateEditorPage.dryRunResultsView.tab.files': 'Dateien',
    'templateEditorPage.dryRunResultsView.tab.log': 'Log',
    'templateEditorPage.dryRunResultsView.tab.output': 'Ausgabe',
    'templateEditorPage.taskStatusStepper.skippedStepTitle': 'Übersprungen',
    'templateEditorPage.customFieldExplorer.selectFieldLabel':
      'Eigenes Feld auswählen',
    'templateEditorPage.customFieldExplorer.fieldForm.title':
      'Einstellungen des Felds',
    'templateEditorPage.customFieldExplorer.fieldForm.applyButtonTitle':
      'Übernehmen',
    'templateEditorPage.customFieldExplorer.fieldPreview.title':
      'So sieht das Feld aus',
    'templateEditorPage.customFieldExplorer.preview.title':
      'So steht es in der Vorlage',
    'templateEditorPage.templateEditorBrowser.closeConfirmMessage':
      'Wirklich schließen? Was nicht gespeichert ist, geht verloren.',
    'templateEditorPage.templateEditorBrowser.saveIconTooltip':
      'Alle Dateien speichern',
    'templateEditorPage.templateEditorBrowser.reloadIconTooltip':
      'Ordner neu laden',
    'templateEditorPage.templateEditorBrowser.closeIconTooltip':
      'Ordner schließen',
    'templateEditorPage.templateEditorIntro.title':
      'Womit möchtest du beginnen?',
    'templateEditorPage.templateEditorIntro.loadLocal.title':
      'Ordner einer Vorlage öffnen',
    'templateEditorPage.templateEditorIntro.loadLocal.description':
      'Öffne einen Ordner auf deinem Rechner, um deine eigene Vorlage zu bearbeiten und auszuprobieren.',
    'templateEditorPage.templateEditorIntro.loadLocal.unsupportedTooltip':
      'Das geht nur in manchen Browsern, die auf Chromium beruhen, und nur über HTTPS.',
    'templateEditorPage.templateEditorIntro.createLocal.title':
      'Neue Vorlage anlegen',
    'templateEditorPage.templateEditorIntro.createLocal.description':
      'Leg auf deinem Rechner einen Ordner an, um deine eigene Vorlage zu bearbeiten und auszuprobieren.',
    'templateEditorPage.templateEditorIntro.createLocal.unsupportedTooltip':
      'Das geht nur in manchen Browsern, die auf Chromium beruhen, und nur über HTTPS.',
    'templateEditorPage.templateEditorIntro.formEditor.title':
      'Formulare ausprobieren',
    'templateEditorPage.templateEditorIntro.formEditor.description':
      'Sieh dir das Formular einer Vorlage an und bearbeite es, mit einem Beispiel oder einer Vorlage aus dem Katalog.',
    'templateEditorPage.templateEditorIntro.fieldExplorer.title':
      'Eigene Felder ansehen',
    'templateEditorPage.templateEditorIntro.fieldExplorer.description':
      'Sieh dir an, welche eigenen Felder es gibt, und probier sie aus.',
    'templateEditorPage.templateEditorTextArea.saveIconTooltip':
      'Datei speichern',
    'templateEditorPage.templateEditorTextArea.refreshIconTooltip':
      'Datei neu laden',
    'templateEditorPage.templateEditorTextArea.emptyStateParagraph':
      'Wähl im Menü „Datei“ aus, was du tun möchtest.',
    'templateEditorPage.templateFormPreviewer.title':
      'Vorhandene Vorlage laden',
    'templateListPage.title': 'Etwas anlegen',
    'templateListPage.subtitle':
      'Leg etwas Neues an, nach den Vorlagen deiner Firma',
    'templateListPage.pageTitle': 'Etwas anlegen',
    'templateListPage.templateGroups.defaultTitle': 'Vorlagen',
    'templateListPage.templateGroups.otherTitle': 'Andere Vorlagen',
    'templateListPage.contentHeader.registerExistingButtonTitle':
      'Vorhandenes eintragen',
    'templateListPage.contentHeader.supportButtonTitle':
      'Leg etwas Neues nach einer Vorlage an. Verschiedene Vorlagen sind für Verschiedenes da (Dienste, Websites, Dokumentation, …).',
    'templateListPage.additionalLinksForEntity.viewTechDocsTitle':
      'Dokumentation ansehen',
    'templateWizardPage.title': 'Etwas anlegen',
    'templateWizardPage.subtitle':
      'Leg etwas Neues an, nach den Vorlagen deiner Firma',
    'templateWizardPage.pageTitle': 'Etwas anlegen',
    'templateWizardPage.templateWithTitle': '{{templateTitle}} anlegen',
    'templateWizardPage.pageContextMenu.editConfigurationTitle':
      'Einstellungen bearbeiten',
    'templateEditorToolbar.customFieldExplorerTooltip': 'Eigene Felder ansehen',
    'templateEditorToolbar.installedActionsDocumentationTooltip':
      'Welche Aktionen es gibt',
    'templateEditorToolbar.templatingExtensionsDocumentationTooltip':
      'Welche Erweiterungen es gibt',
    'templateEditorToolbar.addToCatalogButton': 'Veröffentlichen',
    'templateEditorToolbar.addToCatalogDialogTitle':
      'Änderungen veröffentlichen',
    'templateEditorToolbar.addToCatalogDialogContent.stepsIntroduction':
      'So legst du eine Vorlage an oder änderst sie:',
    'templateEditorToolbar.addToCatalogDialogContent.stepsListItems':
      'Speicher die Dateien der Vorlage in einem Ordner auf deinem Rechner\nLeg einen Pull Request für ein neues oder vorhandenes Git-Repository an\nWenn es die Vorlage schon gibt, erscheinen die Änderungen im Katalog, sobald der Pull Request übernommen ist\nWenn die Vorlage neu ist, steht in der Dokumentation unten, wie man ihr Repository in den Katalog einträgt',
    'templateEditorToolbar.addToCatalogDialogActions.documentationButton':
      'Zur Dokumentation',
    'templateEditorToolbar.addToCatalogDialogActions.documentationUrl':
      'https://backstage.io/docs/features/software-templates/adding-templates/',
    'templateEditorToolbarFileMenu.button': 'Datei',
    'templateEditorToolbarFileMenu.options.openDirectory':
      'Ordner einer Vorlage öffnen',
    'templateEditorToolbarFileMenu.options.createDirectory':
      'Ordner für eine Vorlage anlegen',
    'templateEditorToolbarFileMenu.options.closeEditor': 'Bearbeiten beenden',
    'templateEditorToolbarTemplatesMenu.button': 'Vorlagen',
  },
});

import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderReactTranslationRef } from '@backstage/plugin-scaffolder-react/alpha';

/** The forms, cards and results of Backstage's templates. */
export default createTranslationMessages({
  ref: scaffolderReactTranslationRef,
  full: true,
  messages: {
    'passwordWidget.content':
      'Dieses Feld ist nicht sicher. Nimm [`ui:field: Secret`](https://backstage.io/docs/features/software-templates/writing-templates/#using-secrets) statt `ui:widget: password`.',
    'scaffolderPageContextMenu.moreLabel': 'mehr',
    'scaffolderPageContextMenu.createLabel': 'Anlegen',
    'scaffolderPageContextMenu.editorLabel': 'Vorlagen verwalten',
    'scaffolderPageContextMenu.actionsLabel': 'Vorhandene Aktionen',
    'scaffolderPageContextMenu.tasksLabel': 'Läufe',
    'scaffolderPageContextMenu.templatingExtensionsLabel':
      'Erweiterungen für Vorlagen',
    'stepper.backButtonText': 'Zurück',
    'stepper.createButtonText': 'Anlegen',
    'stepper.reviewButtonText': 'Prüfen',
    'stepper.stepIndexLabel': 'Schritt {{index, number}}',
    'stepper.nextButtonText': 'Weiter',
    'templateCategoryPicker.title': 'Arten',
    'templateCard.noDescription': 'Keine Beschreibung',
    'templateCard.chooseButtonText': 'Auswählen',
    'cardHeader.detailBtnTitle': 'Mehr über diese Vorlage',
    'templateOutputs.title': 'Ergebnis',
    'workflow.noDescription': 'Keine Beschreibung',
  },
});

import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';

/** What narrows the list of templates down, and marks them; no more of it. */
export default createTranslationMessages({
  ref: catalogReactTranslationRef,
  messages: {
    'catalogFilter.title': 'Filter',
    'catalogFilter.buttonTitle': 'Filter',
    'entityOwnerPicker.title': 'Wem es gehört',
    'entityTagPicker.title': 'Schlagwörter',
    'entitySearchBar.placeholder': 'Suchen',
    'favoriteEntity.addToFavorites': 'Merken',
    'favoriteEntity.removeFromFavorites': 'Nicht mehr merken',
    'userListPicker.defaultOrgName': 'Firma',
    'userListPicker.personalFilter.title': 'Von dir',
    'userListPicker.personalFilter.ownedLabel': 'Gehört dir',
    'userListPicker.personalFilter.starredLabel': 'Gemerkt',
    'userListPicker.orgFilterAllLabel': 'Alle',
  },
});

import type { Words } from '.';

/** German; people are spoken to with "du", as colleagues are. */
export const de: Words = {
  done: 'Fertig',
  active: 'Jetzt',
  failed: 'Fehlgeschlagen',
  waiting: 'Kommt noch',
  waits: 'Du hörst davon; hier ist nichts mehr zu tun.',
  goesOn: (minutes, page) =>
    `Es dauert länger als ${minutes} Minuten und geht ohne diese Seite weiter: Siehe ${page}.`,
  unreached: (id, minutes, page) =>
    `Das Portal war ${minutes} Minuten lang nicht nach ${id} zu fragen. Was du vereinbart hast, geht weiter: Siehe ${page}.`,
  notDone: (id, state, page) =>
    `${id} wurde nicht ausgeführt: ${state}. Mehr steht auf seiner Seite: ${page}.`,
  notAgreed: title =>
    `Diesem Plan („${title}“) hast du nicht zugestimmt, darum wurde nichts geändert. Öffne die Vorlage noch einmal, sieh dir den Plan an und stimm ihm dort zu.`,
  cancelled:
    'Dieser Lauf wurde abgebrochen. Was du vereinbart hast, geht weiter; zurücknehmen kannst du es auf seiner eigenen Seite.',
  unchanged: 'Nichts wurde geändert',
  dryRun:
    'Das ist ein Probelauf: Nichts wird vereinbart und nichts wird geändert.',
  wouldBe: (title, price) =>
    `Würde getan, sobald jemand zustimmt: ${title} (${price}).`,
  wouldDo: step => `Würde getan: ${step}`,
  monthly: (amount, currency) =>
    `${amount.replace('.', ',')} ${currency} im Monat`,
  unpriced: 'Preis unbekannt',
};

import type { Language } from './language';

/** Words that are frequent in one of the languages and none in the other. */
const MARKS: Record<Language, RegExp> = {
  en: /^(?:the|is|are|and|what|how|why|my|our|we|you|please|can|could|need|want|show|give|make|create|delete|who|which|does|do|it|that|this|of|to|for|with|i|yes|yeah|no|thanks|hello|hi|much|many|have|has|not|more|add|me|us|when|where|did|down|up|will|be|its|should|would|by|at|from|or|been|has|had|were|they|he|she|then|actually|sorry)$/,
  de: /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|ist|sind|und|oder|was|wie|warum|wieso|wer|wo|wann|welche|welchen|welches|mein|meine|meinen|meiner|meinem|unser|unsere|unseren|unserer|wir|ich|du|ihr|bitte|kann|kannst|könnt|könntest|können|brauche|brauchen|braucht|möchte|möchten|will|wollen|hätte|hätten|gern|gerne|zeig|zeige|zeigt|gib|mach|mache|erstelle|erstell|lösche|lösch|richte|nicht|kein|keine|für|mit|auf|von|vom|zu|zum|zur|im|ja|nein|doch|danke|hallo|moin|guten|viel|viele|wieviel|haben|hat|habe|es|mir|uns|mehr|noch|auch|läuft|geht|kostet|kosten|wurde|einrichten|anlegen|starte|passwort|kopien|umgebung|datenbank|sicherung|neu|neue|neuen|sie|lieber|nur|dann|wieder|schon|mal|jetzt|heute|alle|alles|diese|dieser|dieses|nenn|nenne|fürs|runter|hoch|aber|weil|wenn|dass|passt|genau|klar|sicherung|anfragen|warten|wartet|teuer|lange|leg|starten|rückgängig|als)$/,
};

/**
 * The language that a message is in; undefined where its words could be of
 * either, as a name or a number is.
 */
export function languageOf(text: string): Language | undefined {
  const words = text.toLowerCase().match(/[\p{L}']+/gu) ?? [];
  const count = (language: Language) =>
    words.filter(word => MARKS[language].test(word)).length;
  const german = count('de') + words.filter(word => /[äöüß]/.test(word)).length;
  const english = count('en');
  if (german === english) {
    return undefined;
  }
  return german > english ? 'de' : 'en';
}

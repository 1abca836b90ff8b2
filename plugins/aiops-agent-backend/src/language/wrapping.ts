/** Words that values are wrapped in, and which say none themselves. */
const WRAPPING = new Set(
  (
    'a an the it its this that these them those he she they him her to in into on onto at for with of off out and or nor but also as by is are be been i we you us me my our your his their ' +
    'want wants need needs would like rather will shall instead actually sorry make makes use using take put set change call name named let please pls plz have has had give gives should must could can may might ' +
    'new one ones size sized traffic storage disk environment env team tier access host address copies copy image database db cache engine app site server gb type kind lines line entries messages only just no not so far then ' +
    'hmm hm mm oh ah ugh er um well ok okay too better best maybe perhaps think guess suppose switch go add get more than old version d ll m re s wait hold mean meant thing things thingy say said wanted same exact exactly ditto ' +
    "it's let's i'd i'm i'll that's there's she's he's they're we're you're you'll name's from about how what which yes yeah application there here was were up till until since because cause right enough plenty fine good great nice cool sufficient safer do does did " +
    'now later today first last past again now well really very quite bit little first second after all number time being apologies apologise way where says alone separately itself back while whilst typo oops whoops pardon excuse mistake bad stick throw chuck pop containing contain mention mentions mentioning'
  ).split(' '),
);

/** True for a word that says nothing about a value by itself. */
export function isWrapping(word: string): boolean {
  return WRAPPING.has(word);
}

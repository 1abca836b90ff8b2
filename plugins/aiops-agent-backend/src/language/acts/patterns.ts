/**
 * The words of a yes, of a no and of what people say around them. Everything
 * is in lower case and stands at the beginning of a clause or of what is left
 * of it.
 */

const compile = (source: string) =>
  new RegExp(`^(?:${source})(?![\\p{L}\\p{N}'-])`, 'u');

/** Words after which nothing more is said. */
const LAST =
  '(?=(?:[ ,]+(?:please|pls|plz|then|now|already|quickly|quick|for me|for now|asap|at once|right away|straight away|mate|anyway|though|tho|ok|okay|thanks|thank you|thx|ta|too|again|today|yet|either|actually|at all|after all|any ?more|any ?longer|bot|man|dear|lol))*[ ,.!]*(?:$| (?:but|only)(?= )))';
const IT =
  '(?:it|that|this|these|those|them|him|her|everything|all of (?:it|that|them)|the (?:lot|thing|plan|request|change|whole thing))';
const OFF = '(?: (?:off|out|up|down|in|on|through|over|away|back|along|live))?';

/** A yes that can mean nothing else. */
export const PLAIN_YES = compile(
  [
    '(?:yes+|yeah+|yea|yep+|yup+|ya|ye|yessir|jup|aye|y|hell yes|heck yes)',
    '(?:oui|s[ií]|claro|vale|haan|da|tak)(?=$|[ ,.!]*(?:yes|ok|go|claro|please|gracias|merci|$))',
    '(?:sure(?: thing)?|absolutely|definitely|certainly|obviously|naturally|of course|surely|totally|by all means|with pleasure|gladly|why not)',
    "(?:exact(?:ly|ely)|precisely|indeed|quite so|quite right|agreed|i agree|affirmative|roger(?: that)?|i(?:'m| am)? (?:sure|certain)|im (?:sure|certain))",
    `(?:confirm(?:ed)?|i (?:hereby )?confirm)(?: ${IT})?`,
    '(?:please |kindly |do |just |so |then |you (?:may|can|could) |now )*(?:go (?:right )?ahead|carry out(?= (?:the|it|that|this)\\b)|(?:proceed|continue|carry on|crack on|get on|press on) with(?= (?:it|that|this|the|my|our)\\b)|go for it|go (?:on|through) with it|go (?:on|ahead) and(?= \\p{L}))',
    `(?:go+|go on|let'?s go+|good to go|all good|off you go|you bet|good like (?:this|that)|can do|apply|off we go|carry on|proceed|continue|start|launch|engage|execute|fire away|(?:make|get) (?:it|that) (?:so|happen|going|done)|make it|do the needful|chop chop|be my guest|pull the trigger|green light|full steam ahead|get (?:on with it|cracking|going|started)|crack on|knock yourself out|you may|you can)${LAST}`,
    `(?:do|do please|please do)(?: (?:it|that|this|so|them|both|all|it so))?${LAST}`,
    `(?:let's|let us) (?:do|go (?:with|for)|have) (?:it|that|this|so)${LAST}`,
    `(?:i would|i'd|i) (?:like|want) (?:that|it|you to|to (?:do that|proceed|go ahead|continue))${LAST}`,
    `(?:if you (?:would|could|can|will))${LAST}`,
    `(?:ship|send|submit|apply|implement|execute|hit|push|book|file|create|deploy|build|run with|go with|run|arrange|set|start|begin) ${IT}(?: so)?${OFF}${LAST}`,
    'set it up|roll it out',
    `you (?:can|may|could|should|have my (?:ok|okay|blessing|approval|go)) ?(?:go|go on|go ahead|start|proceed|continue|launch|send|do|run|begin|deploy|create|submit)?(?: (?:${IT}|the [\\p{L}-]+))?${OFF}${LAST}`,
    '(?:it |that |all |this |it all |that all |everything )?(?:looks?|sounds?|seems?|reads?) (?:very |really |just |all |perfectly |quite |entirely )?(?:good|great|fine|perfect|right|ok(?:ay)?|correct|lovely|reasonable|in order|sensible|excellent|alright)(?: to me)?',
    "that(?:'s| is) how (?:i(?:'d| would)? (?:like|want|have)|we(?:'ll| will| should)? (?:do|want|have|like)) (?:it|that)",
    `do the (?:update|upgrade|restart|backup|restore|rollback|deployment|deploy|scaling|deletion|change|thing|job|same|creation|reset|rotation|patching|run|resize|resizing|extension|hibernation|approval|rejection|cancellation|install|installation|move|switch|upgrade)${LAST}`,
    'lgtm',
    `(?:that|this|it)(?:'s| is|s) (?:it|(?:all |perfectly |quite |absolutely |exactly |just )?(?:fine|good|great|perfect|right|al(?:l )?right|ok(?:ay)?|correct|better|what i (?:want(?:ed)?|need(?:ed)?|meant)|the (?:one|good one|right one|ticket)|in order|agreed|settled|acceptable|satisfactory|decided))(?: (?:by|with|for) (?:me|us))?${LAST}`,
    `(?:now (?:it|that|this) is|(?:it|that) is now|so it is|it is|is) (?:right|good|correct|fine|ok(?:ay)?|perfect)${LAST}`,
    '(?:that |it |this )?works(?: well| fine)? for (?:me|us)|that works|that will do(?: nicely)?|that would be (?:great|perfect|fine|good|lovely|ideal)',
    "i(?:'m| am)? (?:happy|fine|ok(?:ay)?|content|good|comfortable|in agreement|satisfied) with (?:it|that|this|them|all of (?:it|that))",
    '(?:approved|accepted|granted|deal|done deal)',
    `(?:please |kindly )?(?:go|do|proceed|continue|carry on|go ahead)(?: (?:please|now|then))*${LAST}`,
    'uh[- ]?huh|m+[- ]?hm+|mhm+|yuppers|okey dokey|bingo|spot on|bang on|amen',
    '\u{1f44d}\\u{fe0f}?',
  ].join('|'),
);

/** A nod: a yes when nothing else is said, and at the head of a restated wish. */
export const NOD = compile(
  "ok(?:ay|ey|e|i|ies)?|k+|top|acceptable|do(?= \\p{L}+ (?:it|that|this|them)\\b)|okie|alright|all right|al?righty|right(?:o|y)?|right you are|fine(?: (?:by|with|for) me)?|perfect|correct|very well|good so|good then|c'est bon|great|excellent|wonderful|lovely|brilliant|splendid|super|awesome|cool|sweet|grand|good",
);
/** Of those, the ones that are no yes alone, as they may be only polite. */
export const POLITE =
  /^(?:right(?:o|y)?|top|good|great|excellent|wonderful|lovely|brilliant|splendid|super|awesome|cool|sweet|grand)$/u;

/** A no that is only one, whatever follows in the same clause. */
export const PLAIN_NO = compile(
  '(?:yeah|yes|ya|well) nah|no+(?:pe)?(?! (?:time|doubt|need|problem|reason|objections?|questions?|harm|worries|issues?|rush|hurry|more questions|one|longer)\\b)|nope+|nah+|nay|n|non|nein|negative|no way|no thanks?|no thank you',
);

/** What calls a plan off; nothing of the plan is changed then. */
export const CALLED_OFF = compile(
  [
    `(?:stop|cancel|abort|dismiss|discard|scrap|scratch|drop|ditch|skip|forget|withdraw)(?: (?:${IT}|about (?:it|that|this)|the (?:idea|whole idea)|everything|all))?${LAST}`,
    '(?:forget|scrap|ditch) (?:about )?(?:the|that|this) [\\p{L}-]+(?: [\\p{L}-]+)?(?=[ ,.!]*$)',
    '(?:forget|ditch|scratch|scrap) (?:about )?(?:it|that|this)(?=$|[ ,.]*(?:he|she|they|we|i|it)\\b)',
    'never ?mind(?! (?:the|about|my|your|that i)\\b)|nevermind|nvm',
    `hold (?:off|fire|your horses|that thought)${LAST}`,
    `(?:let's |we'll |we shall |i shall |we should |we |i'll |better |you can |i'd better |i would |just |please )*(?:leave|let|keep) (?:it|that|this|them|things|everything|that one|this one|the whole thing|all of it)(?: (?:be|alone|off|out|there|here|running|asleep|sleeping|alive|up|on|as (?:it is|is|it was|they are|things are)|like (?:it is|that|this)|the way it is|where it is|how it is|at that))?${LAST}`,
    'leave (?:like|as) it is',
    '(?:leave|let|keep) (?:the |that |my |our )?(?:[\\p{L}\\p{N}-]+ ){1,3}(?:be(?: as (?:it|they) (?:is|are))?|alone|(?:as|like|how|where|the way) (?:it|they) (?:is|are))',
    `(?:let's|let us|we(?:'ll| will| can)?|i(?:'ll| will)?|better|please) (?:forget|drop|skip|leave|scrap|abandon|postpone|shelve|ditch|cancel)(?: about)? (?:the|that|this|it)(?: [\\p{L}\\p{N}-]+){0,3}${LAST}`,
    `(?:not|no) (?:now|yet|today|needed|necessary|worth it|required|happening|after all|good|any ?more|longer needed)${LAST}`,
    "(?:(?:i|we)(?:'?d| would| had)? )?(?:rather|better) not|(?:let's|let us) not",
    "(?:i|we)(?:'ve| have)? (?:thought better of it|think better not)|(?:i(?:'ve| have)? |we(?:'ve| have)? )?(?:changed? (?:my|our) minds?|change of (?:plan|heart))",
    `(?:please |we |then we |so |just |better )*(?:don'?t|do not|dont)(?: (?:bother|do|create|deploy|build|make|delete|remove|send|go|start|restart|scale|run|touch|proceed|continue|change|apply|submit|approve|reject|worry|expose|wake|restore|want|need|like|agree|add|give|take|put|install|move|update|roll|kill|erase|wipe|drop|stop|wake|risk|start)(?: (?:ahead|with))?(?: (?:${IT}|anything|any of (?:it|that)|to|me|us|any more|anymore))?${OFF})?${LAST}`,
    `(?:i|we) (?:don'?t|do not|dont|no longer|won'?t) (?:want|agree|like|need|require)(?: (?:to|${IT}))?(?: (?:any ?more|any ?longer|now|after all))*${LAST}`,
  ].join('|'),
);

/** What is said around a yes or a no and means nothing here. */
export const FILLER = compile(
  [
    '(?:please|pls|plz|kindly|thanks?(?: you)?(?: kindly| very much| a lot| so much| ever so much| a ton)?|thx|ty|tyvm|cheers|ta|merci|gracias|danke)',
    '(?:then|now|and|well|oh+|ah+|aha|um+|uh|er+m?|hm+|mm+|mmm|ha(?:ha)*|lol|phew|yikes|wow|whoa|woo ?hoo|ugh|dang|gosh|oh dear|dear|a+nd|so|also|too|again|anyway|anyways|actually|sorry|wait|(?:hold|hang) on|one (?:moment|second|sec)|jetzt|bah|shoot|er|there we (?:go|are)|here we (?:go|are))',
    '(?:with (?:that|it|this|pleasure)|all of (?:it|that)|for me|for now|for real|this time|after all|in that case|on second thoughts?|on reflection|come to think of it|fair enough|no matter|never ?mind (?:the|about|my|that)(?: [\\p{L}-]+){1,3}|no (?:problem|worries|wahala|stress|probs?|biggie|hassle|fuss)|if so|all in all|first of all|as (?:is|planned|shown|proposed|described|discussed|it is|it stands))',
    '(?:mate|man|buddy|dude|bot|assistant|team|folks|guys|dear|darling|love|friend|sir|everyone|boss|legend|hon|honey|sweetie)',
    "(?:it|that|this|that'?s nothing|that's ok|quick(?:ly)?|asap|immediately|straight away|right away|hurry(?: up)?|at once|the sooner the better)",
    "(?:i think|i guess|i suppose|i'd say|i would say|you know what|tell you what|i believe)",
    "(?:from my side|on my part|as far as i(?:'m| am) concerned|by me|in my opinion|with me|goodness|gosh|my goodness|not (?:too )?(?:bad|terrible)|plenty|enough|that is enough|that's plenty|interesting|good to know|understood|i see|makes sense|got it|noted|a relief)",
  ].join('|'),
);

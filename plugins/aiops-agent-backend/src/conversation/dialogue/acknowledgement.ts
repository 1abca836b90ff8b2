const HEARD =
  /^(?:(?:hmm*|ah|oh|aha|ach so)[\s,.!]*)?(?:ok(?:ay|i|e)?|k+|fine|good|al+ ?right|right|i see|got it|gut|alles klar|in ordnung|verstehe|verstanden|aha|👍|👌)(?:[\s,]*(?:thanks|thank you|thx|danke))?[\s.!👍👌]*$/iu;

/**
 * True for words that may only say that an answer was heard. Right below a
 * plan they agree to it; below something else that isn't plain.
 */
export function isAcknowledgement(text: string): boolean {
  return HEARD.test(text.trim());
}

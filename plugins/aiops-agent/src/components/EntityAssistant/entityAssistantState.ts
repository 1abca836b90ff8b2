/**
 * What a button elsewhere hands to an entity's Assistant tab with the
 * navigation. Not part of the address, so that no link can speak for the
 * person; and even so it is only written down, and sent by them.
 */
export interface EntityAssistantState {
  draft?: string;
}

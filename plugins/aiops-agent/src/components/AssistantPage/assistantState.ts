/**
 * What a button elsewhere hands to the assistant's page with the navigation.
 * Not part of the address, so that no link can speak for the person.
 */
export interface AssistantState {
  say?: string;
  entityRef?: string;
}

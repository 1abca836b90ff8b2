/** The channel on which the portal says that a change request has moved. */
export const CHANGES_CHANNEL = 'aiops-agent:changes';

/** What is sent on {@link CHANGES_CHANNEL}; fetch the change to see more. */
export interface ChangeSignal {
  /** `REQ-1042` */
  id: string;
  version: number;
  [key: string]: string | number;
}

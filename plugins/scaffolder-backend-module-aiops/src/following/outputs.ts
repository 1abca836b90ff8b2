import type { Change } from '@aiops-portal/plugin-aiops-agent-common';

/** What a template can show or use of a request once it was followed. */
export interface ChangeOutputs {
  /** `REQ-1042` */
  request: string;
  state: string;
  /** The state in words: `Waiting for Lena` */
  stateText: string;
  /** One sentence, markdown. */
  summary: string;
  /** Path of the request's page in the portal. */
  requestUrl: string;
  /** The page in the catalog; undefined until it is live. */
  entityRef?: string;
  /** Where it opens; undefined for what has no address. */
  address?: string;
  /** Path of the page that shows its password once. */
  credentialsUrl?: string;
}

/** The page of a request in the portal. */
export function requestPath(id: string): string {
  return `/requests/${encodeURIComponent(id)}`;
}

/** What a template can link to. */
export function outputsOf(change: Change): ChangeOutputs {
  const { id, state, stateText, summary, links } = change;
  const reveal = links.find(link => link.reveal)?.reveal;
  return {
    request: id,
    state,
    stateText,
    summary,
    requestUrl: requestPath(id),
    entityRef: links.find(link => link.entityRef)?.entityRef,
    address: links.find(link => link.url)?.url,
    credentialsUrl:
      reveal &&
      `/credentials/${[reveal.environment, reveal.name]
        .map(encodeURIComponent)
        .join('/')}`,
  };
}

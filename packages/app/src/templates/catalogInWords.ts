import type { CatalogApi } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { inLanguage } from './inLanguage';

const WORDS = 'metadata.ui:options';

/**
 * Backstage's cards and titles of templates come from the catalog. Here they
 * are in the language of the page where the template says them in it.
 *
 * @param language - That of the page, when it is asked.
 */
export function catalogInWords(
  catalogApi: CatalogApi,
  language: () => string,
): CatalogApi {
  const getEntities: CatalogApi['getEntities'] = async (request, options) => {
    const found = await catalogApi.getEntities(withWords(request), options);
    return { ...found, items: found.items.map(said) };
  };
  const queryEntities: CatalogApi['queryEntities'] = async (
    request,
    options,
  ) => {
    const found = await catalogApi.queryEntities(withWords(request), options);
    return { ...found, items: found.items.map(said) };
  };
  const getEntitiesByRefs: CatalogApi['getEntitiesByRefs'] = async (
    request,
    options,
  ) => {
    const found = await catalogApi.getEntitiesByRefs(
      withWords(request),
      options,
    );
    return { ...found, items: found.items.map(said) };
  };
  const getEntityByRef: CatalogApi['getEntityByRef'] = async (...request) =>
    said(await catalogApi.getEntityByRef(...request));

  function said<E extends Entity | undefined>(entity: E): E {
    return entity?.metadata?.['ui:options']
      ? { ...entity, metadata: inLanguage(entity.metadata, language()) }
      : entity;
  }

  return Object.assign(Object.create(catalogApi), {
    getEntities,
    queryEntities,
    getEntitiesByRefs,
    getEntityByRef,
  });
}

/** A request that is answered with the words where it is with a title. */
function withWords<R>(request: R): R {
  const fields = (request as { fields?: string[] } | undefined)?.fields;
  return fields?.includes('metadata.title')
    ? { ...request, fields: [...fields, WORDS] }
    : request;
}

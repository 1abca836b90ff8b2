/** Prefix of the labels and annotations that the portal writes and reads. */
export const ANNOTATION_PREFIX = 'aiops-portal.io';

/** The environment that a catalog entity is or lives in. */
export const ENVIRONMENT_ANNOTATION = `${ANNOTATION_PREFIX}/environment`;
/** The team that owns an environment; on its Namespace, in Git. */
export const OWNER_ANNOTATION = `${ANNOTATION_PREFIX}/owner`;
/** `dev`, `test`, `staging` or `prod`; on an environment's Namespace. */
export const TIER_ANNOTATION = `${ANNOTATION_PREFIX}/tier`;
/** Human title of an environment, application or database. */
export const TITLE_ANNOTATION = `${ANNOTATION_PREFIX}/title`;
/** The catalog name of a thing whose folder's name is not unique. */
export const CATALOG_NAME_ANNOTATION = `${ANNOTATION_PREFIX}/catalog-name`;
/** The blueprint a thing was made from. */
export const BLUEPRINT_ANNOTATION = `${ANNOTATION_PREFIX}/blueprint`;
/** `postgresql`, `mysql`, `mariadb`, `redis`, `valkey`, … */
export const ENGINE_ANNOTATION = `${ANNOTATION_PREFIX}/engine`;
/** `application`, `database` or `cache`. */
export const ROLE_ANNOTATION = `${ANNOTATION_PREFIX}/role`;
/** Who may reach it: `team`, `company` or `public`. */
export const ACCESS_ANNOTATION = `${ANNOTATION_PREFIX}/access`;
/** Comma-separated catalog names of the databases and caches that it uses. */
export const USES_ANNOTATION = `${ANNOTATION_PREFIX}/uses`;
/** When a thing that was put to sleep for deletion is removed (ISO 8601). */
export const REMOVE_AFTER_ANNOTATION = `${ANNOTATION_PREFIX}/remove-after`;
/** Since when a thing is asleep (ISO 8601). */
export const ASLEEP_SINCE_ANNOTATION = `${ANNOTATION_PREFIX}/asleep-since`;
/** The number of copies that a sleeping workload goes back to. */
export const WAKE_REPLICAS_ANNOTATION = `${ANNOTATION_PREFIX}/wake-replicas`;
/** Comma-separated names of the volumes that a backup is to save; on a Backup. */
export const VOLUMES_ANNOTATION = `${ANNOTATION_PREFIX}/volumes`;

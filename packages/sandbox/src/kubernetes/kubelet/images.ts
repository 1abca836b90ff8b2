import { createHash } from 'node:crypto';
import { hashFraction } from '../values/random';

/** The digest that stands for an image, the same for the same name. */
export function imageId(image: string): string {
  const repository = image.replace(/@.*$/, '').replace(/:[^:/]*$/, '');
  const first = repository.split('/')[0];
  const hosted = /[.:]/.test(first) && repository.includes('/');
  const path = repository.includes('/') ? repository : `library/${repository}`;
  return `${hosted ? '' : 'docker.io/'}${path}@sha256:${sha256(image)}`;
}

/** What containerd would call the container. */
export function containerId(
  uid: string,
  name: string,
  restarts: number,
): string {
  return `containerd://${sha256(`${uid}/${name}/${restarts}`)}`;
}

/** Bytes, the same for the same image: 20 to 200 MB. */
export function imageSize(image: string): number {
  return Math.round(20e6 + 180e6 * hashFraction(image));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

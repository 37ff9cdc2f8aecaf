import { userInfo } from 'node:os';

/** Wie op deze computer is aangemeld. In een container heeft een gebruiker soms geen naam; dan staat er dat. */
export function machineUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'onbekend';
  }
}

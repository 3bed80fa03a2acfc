import type { Session } from '../session.ts';
import { tellSetting } from '../verbose.ts';
import { keptApiKey } from './api-key.ts';
import { findDestination } from './connect.ts';

/** Tells what calls would go by, for a command that makes none. */
export function tellSettings(session: Session, profile: string | undefined): void {
  try {
    const chosen = findDestination(session, profile === undefined ? {} : { profile });
    keptApiKey(session, chosen.profile);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tellSetting(session, `no calls by these settings: ${why}`);
  }
}

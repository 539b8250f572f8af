import { pino, type Logger } from 'pino';

/** A log that keeps quiet. */
export const stilLog = (): Logger => pino({ level: 'silent' });

/**
 * Iets waardoor de engine niet kan starten en waar de gebruiker zelf wat aan kan doen.
 * De boodschap is Nederlands en noemt wat er te doen staat; `npm start` toont haar zonder stacktrace.
 */
export class StartError extends Error {}

export const MELDING = 'N-61';

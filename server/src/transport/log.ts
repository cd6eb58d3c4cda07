/** Where the transports write what happened. Never texts, tokens or cookies. */
export interface TransportLog {
  debug(about: object, message: string): void;
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** Of a good answer, by the names that answers have. */
export interface Told {
  readonly consent?: string;
  readonly code?: string;
  readonly state?: string;
  readonly position?: string;
  readonly disclosure?: string;
  readonly surname?: string;
}

/** Why a request is refused by its head, whatever it asks for. */
export interface HeadRefusal {
  readonly status: number;
  readonly text: string;
}

export interface Member {
  readonly uid: string;
}

export interface Directory {
  getLists(): Promise<readonly string[]>;
  addSubscriber(member: Member): Promise<void>;
}

export class LocalDirectory implements Directory {
  readonly #members: Member[] = [];
  async getLists(): Promise<readonly string[]> {
    return ['all'];
  }
  async addSubscriber(member: Member): Promise<void> {
    this.#members.push(member);
  }
}

const directory: Directory = new LocalDirectory();
void directory.addSubscriber({ uid: 'a' });
void directory.getLists();

// Where cards wait on a note-taker's device: a row per card, written to disk before the field is
// emptied. Where a browser has no such store, they wait for the life of the page, and `isSafe` says so.

const NAME = "kl-kaartjes";
const ROWS = "waiting";

const opened = () =>
  new Promise((done, failed) => {
    const wish = indexedDB.open(NAME, 1);
    wish.onupgradeneeded = () => wish.result.createObjectStore(ROWS, { keyPath: ["box", "id"] });
    wish.onsuccess = () => done(wish.result);
    wish.onerror = wish.onblocked = () => failed(wish.error);
  });

const inside = (base, mode, deed) =>
  new Promise((done, failed) => {
    const work = base.transaction(ROWS, mode, { durability: "strict" });
    const wish = deed(work.objectStore(ROWS));
    work.oncomplete = () => done(wish.result);
    work.onerror = work.onabort = () => failed(work.error);
  });

const inMemory = () => {
  const rows = new Map();
  return {
    isSafe: false,
    all: async () => [...rows.values()],
    put: async (row) => void rows.set(row.id, row),
    drop: async (id) => void rows.delete(id),
    typed: async () => null,
    type: async () => null,
  };
};

// The shelf of one table; `box` is the number of its link. All of its rows begin with it.
export const open = async (box) => {
  const base = await opened().catch(() => null);
  if (!base) return inMemory();
  const mine = IDBKeyRange.bound([box], [box, []]);
  const half = { box: `${box}-tekst`, id: "" };
  return {
    isSafe: true,
    all: () => inside(base, "readonly", (store) => store.getAll(mine)),
    put: (row) => inside(base, "readwrite", (store) => store.put({ ...row, box })),
    drop: (id) => inside(base, "readwrite", (store) => store.delete([box, id])),
    // What stands in the form and was not entered yet. A browser that falls over loses the last
    // seconds of its other store, not of this one.
    typed: () => inside(base, "readonly", (store) => store.get([half.box, half.id])).catch(() => null),
    type: (row) =>
      inside(base, "readwrite", (store) =>
        row ? store.put({ ...half, row }) : store.delete([half.box, half.id]),
      ),
  };
};

// What other devices typed: kept so that the list is there after a reload without a network. It goes
// when the table is done, when the link has ended, and after a day at the latest.
const DAY = 24 * 60 * 60 * 1000;
export const list = (box) => {
  const name = `kl-kaartjes-${box}`;
  const quietly = (deed) => {
    try {
      return deed();
    } catch {
      return null;
    }
  };
  return {
    load: () => {
      const kept = quietly(() => JSON.parse(localStorage.getItem(name)));
      if (kept && Date.now() - kept.at < DAY) return kept.cards;
      quietly(() => localStorage.removeItem(name));
      return [];
    },
    save: (cards) =>
      quietly(() =>
        cards.length
          ? localStorage.setItem(name, JSON.stringify({ at: Date.now(), cards }))
          : localStorage.removeItem(name),
      ),
  };
};

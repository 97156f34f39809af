// What the keyboard's checks share: stops, where the focus is, and a record of a walk from stop to stop.
(() => {
})();

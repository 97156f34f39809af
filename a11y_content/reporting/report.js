// Says how many problems the filters leave, and takes headings away that nothing stands under. The filters are CSS.
(() => {
  const form = document.querySelector(".a11y-report__filter");
  const shown = form?.querySelector(".a11y-report__shown");
  if (!shown || !Element.prototype.checkVisibility) {
    return;
  }
  const groups = [...document.querySelectorAll(".a11y-report__group")];
  const whole = document.querySelectorAll(".a11y-report__problem").length;

  const tell = () => {
    for (const group of groups) {
      group.hidden = false;
    }
    const left = groups.map(
      (group) => [...group.querySelectorAll(".a11y-report__problem")].filter((one) => one.checkVisibility()).length,
    );
    groups.forEach((group, at) => {
      group.hidden = left[at] === 0;
    });
    const sum = left.reduce((one, other) => one + other, 0);
    const words =
      sum === whole ? `${whole} problem${whole === 1 ? "" : "s"} shown` : `${sum} of ${whole} problems shown`;
    if (shown.textContent !== words) {
      shown.textContent = words;
    }
  };

  form.addEventListener("change", tell);
  form.addEventListener("reset", () => setTimeout(tell));
  tell();
})();

/** Lets the person save text as a file of that name, through the browser's own download. */
export function saveFile(name: string, type: string, parts: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click; a minute is ample for any size.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

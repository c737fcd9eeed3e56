// SPDX-License-Identifier: Apache-2.0

/// One step of an ESC/POS stream, as a printer's parser takes it.
package enum EscPosCommand: Sendable, Hashable {
    /// Printable bytes in the code page that is selected.
    case text([UInt8])
    /// `0A`: prints the line.
    case lineFeed
    /// `0D`, which printers treat differently.
    case carriageReturn
    /// `09`: goes to the next tab stop.
    case tab
    /// `00`, which does nothing between commands.
    case null
    /// `1B 40`: forgets all settings and the text of the line.
    case initialise
    /// `1B 61`: where lines stand.
    case alignment(EscPosAlignment)
    /// `1B 45`: emphasis.
    case bold(Bool)
    /// `1B 2D`: underline of so many dots.
    case underline(UInt8)
    /// `1D 21`: how many times wider and higher characters are, 1 to 8.
    case size(EscPosSize)
    /// `1B 21`: font, emphasis and size in one byte.
    case printMode(UInt8)
    /// `1B 4D`: font A, B or C.
    case font(UInt8)
    /// `1D 42`: white on black.
    case inverse(Bool)
    /// `1B 74`: selects a table of characters by the printer's number.
    case codePage(UInt8)
    /// `1C 26` and `1C 2E`: whether two bytes make one character.
    case multiByte(Bool)
    /// `1B 52`: national signs in place of some ASCII ones.
    case internationalSet(UInt8)
    /// `1B 33` and `1B 32`: the height of a line in motion units; nil is the printer's own.
    case lineSpacing(UInt8?)
    /// `1B 4A`: prints the line and feeds motion units.
    case feedUnits(UInt8)
    /// `1B 64`: prints the line and feeds lines.
    case feedLines(UInt8)
    /// `1D 56`: cuts; `feeds` says that the paper goes to the blade first.
    case cut(full: Bool, feeds: Bool)
    /// `1B 70`: a pulse on a drawer pin; times in units of 2 ms.
    case drawer(pin: UInt8, on: UInt8, off: UInt8)
    /// `1D 76 30`: a picture.
    case raster(EscPosRaster)
    /// `1B 2A`: columns of dots, which stand in the line like characters.
    case columns(EscPosColumns)
    /// `1D 6B`: a bar code in its second form, by its number and the bytes of its text.
    case barCode(number: UInt8, bytes: [UInt8])
    /// `1D 61`: which changes the printer tells by itself.
    case automaticStatus(UInt8)
    /// `1D 72`: a status that is answered in order.
    case orderedStatus(UInt8)
    /// `1D 28 48`: four bytes that come back when all before them is printed.
    case processID([UInt8])
    /// `10 04`: a status that is answered at once.
    case realTimeStatus(UInt8)
    /// `10 05`: goes on after an error.
    case realTimeRecovery(UInt8)
    /// `10 14 08 ...`: drops everything that has been received.
    case clearBuffers
    /// A command that is understood as far as its length.
    case other([UInt8])
    /// Bytes that are no command.
    case unknown([UInt8])
}

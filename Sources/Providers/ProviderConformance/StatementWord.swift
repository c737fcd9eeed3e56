// SPDX-License-Identifier: Apache-2.0

public import TillCore

/// What an acquirer can say about the statement of a day, in the words of no acquirer.
public enum StatementWord: Sendable, Hashable {
    /// These lines, whole.
    case lines([StatementLine])
    /// These lines with the last one cut off after it was signed.
    case cut([StatementLine])
    /// These lines, and behind the first one a line that nobody can read, all of it signed.
    case strangeLine([StatementLine])
    /// These lines with the last one in a currency that no list has, all of it signed.
    case strangeCurrency([StatementLine])
    /// It is not ready.
    case notReady
    /// It read the request, and will not give it.
    case refused
    /// It may give it later.
    case busy
    /// It signed something that makes no sense.
    case gibberish
}

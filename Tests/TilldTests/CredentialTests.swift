// SPDX-License-Identifier: Apache-2.0

import ForeignJudges
import Foundation
import Testing

@testable import tilld

@Suite struct `Credentials of the service manager` {
    private func good(_ name: String) -> String {
        Configuration.good([("private_key_file:", "    private_key_file: \"\(name)\"")])
    }

    @Test(arguments: [mode_t(0o400), 0o440])
    func `are keys like those of files, whoever else is let in by a list`(mode: mode_t) throws {
        let configuration = try Configuration()
        let folder = try TemporaryFolder()
        let key = try Data(contentsOf: configuration.folder.appending(path: "keys/openpay.pem"))
        try key.write(to: folder.url.appending(path: "openpay.pem"))
        chmod(folder.url.appending(path: "openpay.pem").path, mode)

        let settings = try configuration.read(
            good("credential:openpay.pem"), environment: ["CREDENTIALS_DIRECTORY": folder.path])

        #expect(settings.accounts[0].section["private_key_file"]?.hasPrefix("-----BEGIN") == true)
    }

    @Test func `are refused when everybody may read them`() throws {
        let configuration = try Configuration()
        let folder = try TemporaryFolder()
        let file = try folder.file("openpay.pem", Array("key".utf8))
        chmod(file.path, 0o444)

        let faults = configuration.faults(
            good("credential:openpay.pem"), environment: ["CREDENTIALS_DIRECTORY": folder.path])

        #expect(faults.count == 1)
        #expect(faults.first?.contains("can be read by others") == true)
    }

    @Test func `are missed where none is handed over`() throws {
        let configuration = try Configuration()

        let faults = configuration.faults(good("credential:openpay.pem"))

        #expect(faults.count == 1)
        #expect(faults.first?.contains("LoadCredential=") == true)
    }

    @Test(arguments: ["credential:", "credential:../openpay.pem", "credential:a/b", "credential:.hidden"])
    func `have names that lead nowhere else`(name: String) throws {
        let configuration = try Configuration()

        let faults = configuration.faults(good(name), environment: ["CREDENTIALS_DIRECTORY": "/etc"])

        #expect(faults.count == 1)
        #expect(faults.first?.contains("names no credential") == true)
    }
}

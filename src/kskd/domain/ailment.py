"""What can be wrong with a registry file, as a table: how bad it is, what it means, what to do about it."""

from typing import NamedTuple

from kskd.domain.finding import Severity


class Ailment(NamedTuple):
    """One kind of trouble. ``can_fix`` says that ``doctor --fix`` mends it without losing anything."""

    code: str
    severity: Severity
    explain: str
    remedy: str
    can_fix: bool = False


class Symptom(NamedTuple):
    """One finding: which ailment, where it shows, and what was seen.

    ``is_proven`` is false where the history is itself not whole: then nothing can be mended from it.
    """

    code: str
    where: str
    seen: str
    is_proven: bool = True

    @property
    def ailment(self) -> Ailment:
        """What it is a symptom of."""
        return AILMENTS[self.code]

    @property
    def can_fix(self) -> bool:
        """Whether ``doctor --fix`` mends it here."""
        return self.ailment.can_fix and (self.is_proven or self.code not in _FROM_HISTORY)

    @property
    def remedy(self) -> str:
        """What to do about it here."""
        if self.is_proven or self.code not in _FROM_HISTORY:
            return self.ailment.remedy
        return f"Riwayatnya sendiri rusak, sehingga tidak dapat diperbaiki menurut riwayat. {_RESTORE}"


HALF_DONE = ".kskd.set"
"""The file in a folder of results that is there while these are written, and after that was cut off."""

_FROM_HISTORY = {"row", "serial", "outside"}
_RESTORE = "Pulihkan cadangan terakhir yang baik dengan kskd restore CADANGAN; lihat folder cadangan."

AILMENTS = {
    one.code: one
    for one in (
        Ailment(
            "unreadable",
            Severity.ERROR,
            "Bagian dari berkas registri tidak terbaca oleh SQLite.",
            f"Salin berkasnya ke tempat lain dahulu. {_RESTORE}",
        ),
        Ailment(
            "integrity",
            Severity.ERROR,
            "Susunan berkas rusak menurut SQLite, misalnya karena penyimpanan bermasalah atau disalin saat"
            " ditulis.",
            f"Jangan menulis lagi. {_RESTORE}",
        ),
        Ailment(
            "schema",
            Severity.ERROR,
            "Tabel, indeks, atau pemicu tidak seperti yang dibuat kskd; perubahan dapat lolos dari riwayat.",
            "Jalankan kskd doctor --fix untuk membuat lagi pemicu dan indeks; selebihnya pulihkan cadangan.",
            can_fix=True,
        ),
        Ailment(
            "intruder",
            Severity.ERROR,
            "Pemicu, tampilan (view), atau kolom hitungan buatan program lain pada tabel kskd; ini dapat"
            " mengubah atau menolak apa yang ditulis, jadi kskd tidak menulis selama itu ada.",
            "Jalankan kskd doctor --fix untuk menghapusnya; isi tabel kskd tidak berubah, dan cadangan dibuat"
            " dahulu.",
            can_fix=True,
        ),
        Ailment(
            "chain",
            Severity.ERROR,
            "Riwayat tidak lagi seperti saat dicatat: ada yang menyuntingnya, atau penyimpanan merusaknya.",
            f"Bandingkan segelnya dengan yang tercetak pada laporan. {_RESTORE}",
        ),
        Ailment(
            "row",
            Severity.ERROR,
            "Isi baris berbeda dari yang terakhir dicatat riwayat, tanpa jejak perubahan.",
            "Jalankan kskd doctor --fix untuk mengembalikan isi menurut riwayat.",
            can_fix=True,
        ),
        Ailment(
            "break",
            Severity.ERROR,
            "Isi baris pernah berubah tanpa jejak, lalu disimpan lagi oleh catatan yang disebut.",
            "Bandingkan dengan naskahnya, lalu koreksi dengan kskd update --reason; riwayatnya tetap begini.",
        ),
        Ailment(
            "serial",
            Severity.ERROR,
            "Nomor urut naskah tidak sesuai riwayat; sebuah ID dapat diberikan dua kali atau terlewat.",
            "Jalankan kskd doctor --fix untuk menghitungnya lagi dari riwayat.",
            can_fix=True,
        ),
        Ailment(
            "content",
            Severity.ERROR,
            "Isi berkas yang tersimpan di registri tidak sesuai sidik jarinya.",
            f"Lampirkan lagi berkas aslinya dengan kskd attach --embed, atau: {_RESTORE}",
        ),
        Ailment(
            "reference",
            Severity.ERROR,
            "Baris menunjuk ke sesuatu yang tidak ada.",
            f"Periksa kskd log naskah itu. {_RESTORE}",
        ),
        Ailment(
            "coherence",
            Severity.ERROR,
            "Fakta-fakta yang tidak mungkin benar bersama-sama.",
            "Koreksi dengan kskd update, atau batalkan perubahan yang menyebabkannya dengan kskd undo.",
        ),
        Ailment(
            "outside",
            Severity.WARNING,
            "Program lain mengubah registri; isi lama dan barunya tersimpan, tetapi tidak siapa dan mengapa.",
            "Periksa isinya dan koreksi dengan kskd bila salah. Temuan ini berakhir setelah perubahannya"
            " diterima dengan kskd doctor --fix --reason ALASAN.",
            can_fix=True,
        ),
        Ailment(
            "foreign",
            Severity.WARNING,
            "Tabel atau indeks buatan program lain; kskd tidak memakainya dan tidak mengubahnya.",
            "Hapus dengan program yang membuatnya bila tidak diperlukan.",
        ),
        Ailment(
            "setting",
            Severity.WARNING,
            "Pengaturan tidak dikenal atau nilainya tidak diizinkan.",
            "Perbaiki dengan kskd setting set.",
        ),
        Ailment(
            "clock",
            Severity.WARNING,
            "Jam komputer tampak salah: ada catatan dari masa depan, atau jam pernah mundur.",
            "Betulkan tanggal dan jam komputer.",
        ),
        Ailment(
            "file-missing",
            Severity.WARNING,
            "Berkas yang ditautkan pada naskah tidak ada di tempatnya.",
            "Kembalikan berkasnya, atau tautkan yang baru dengan kskd attach.",
        ),
        Ailment(
            "file-changed",
            Severity.WARNING,
            "Isi berkas yang ditautkan tidak lagi sama dengan saat ditautkan.",
            "Pastikan mana yang benar, lalu tautkan lagi dengan kskd attach --reason.",
        ),
        Ailment(
            "file-unlinked",
            Severity.INFO,
            "Berkas di folder naskah yang belum ditautkan pada naskah mana pun.",
            "Tautkan dengan kskd attach NASKAH BERKAS bila berkas itu naskah.",
        ),
        Ailment(
            "leftover",
            Severity.WARNING,
            "Sisa perintah yang terhenti di tengah jalan; isinya tidak dipakai lagi.",
            "Jalankan kskd doctor --fix untuk menghapusnya.",
            can_fix=True,
        ),
        Ailment(
            "permission",
            Severity.WARNING,
            "Orang lain di komputer ini dapat membaca atau mengubah registri atau cadangannya.",
            "Jalankan kskd doctor --fix untuk membatasinya.",
            can_fix=True,
        ),
        Ailment(
            "closed",
            Severity.WARNING,
            "Registri terbuka bagi kelompok, tetapi folder cadangannya tertutup bagi mereka.",
            "Jalankan kskd doctor --fix untuk membukanya bagi kelompok.",
            can_fix=True,
        ),
        Ailment(
            "place",
            Severity.WARNING,
            "Registri berada di folder sinkronisasi atau jaringan; di sana perubahan dapat hilang diam-diam.",
            "Pindahkan registri ke folder biasa di komputer ini; simpan cadangannya saja di sana.",
        ),
        Ailment(
            "conflict",
            Severity.WARNING,
            "Salinan konflik dari program sinkronisasi: perubahan dapat terbagi di dua berkas.",
            "Lihat perbedaannya dengan kskd compare BERKAS, catat lagi di registri ini yang hanya ada di"
            " sana, lalu pindahkan salinan itu.",
        ),
        Ailment(
            "results-half-done",
            Severity.WARNING,
            "Penulisan hasil ke folder ini terputus, atau sedang berjalan: isinya mungkin sebagian lama dan"
            " sebagian baru.",
            "Ulangi kskd report, kskd package, atau kskd handover dengan folder (--out) itu; yang terputus"
            " diselesaikan lebih dahulu.",
        ),
        Ailment(
            "space",
            Severity.WARNING,
            "Ruang penyimpanan hampir habis; perubahan dan cadangan berikutnya dapat ditolak.",
            "Kosongkan ruang penyimpanan.",
        ),
        Ailment(
            "run-failed",
            Severity.WARNING,
            "Perintah terjadwal (cron) yang terakhir gagal.",
            "Jalankan perintahnya dengan tangan untuk melihat sebabnya; jadwal berikutnya mengulanginya.",
        ),
        Ailment(
            "run-silent",
            Severity.WARNING,
            "Perintah terjadwal (cron) sudah lama tidak jalan.",
            "Periksa jadwalnya: crontab -l, atau systemctl list-timers; lihat examples/cron.",
        ),
        Ailment(
            "backup-ahead",
            Severity.WARNING,
            "Cadangan bertanggal di masa depan: jam komputer salah saat cadangan itu dibuat. Isinya tidak"
            " rusak, tetapi umurnya tidak dihitung.",
            "Betulkan tanggal dan jam komputer, lalu jalankan kskd backup.",
        ),
        Ailment(
            "backup",
            Severity.WARNING,
            "Belum ada cadangan yang cukup baru.",
            "Jalankan kskd backup, sebaiknya setiap hari melalui cron.",
        ),
    )
}

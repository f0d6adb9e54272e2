/** One typed function for each command of the core: the only door to it. */
import { Channel, invoke } from '@tauri-apps/api/core';
import { saved } from '../lib/saved.svelte';
import { toCommandError } from './errors';
import type { ActivityId } from './types/ActivityId';
import type { ActivityMap } from './types/ActivityMap';
import type { AddActivity } from './types/AddActivity';
import type { AddClause } from './types/AddClause';
import type { AddPurchase } from './types/AddPurchase';
import type { AdjustImport } from './types/AdjustImport';
import type { AgreementPreview } from './types/AgreementPreview';
import type { AnswerQuestion } from './types/AnswerQuestion';
import type { AttachmentView } from './types/AttachmentView';
import type { BackedUp } from './types/BackedUp';
import type { BinderProgress } from './types/BinderProgress';
import type { Business } from './types/Business';
import type { Chosen } from './types/Chosen';
import type { ClauseId } from './types/ClauseId';
import type { ConfirmImport } from './types/ConfirmImport';
import type { CustomerFields } from './types/CustomerFields';
import type { CustomerId } from './types/CustomerId';
import type { CustomerList } from './types/CustomerList';
import type { ConsentUse } from './types/ConsentUse';
import type { CustomerConsents } from './types/CustomerConsents';
import type { CustomerView } from './types/CustomerView';
import type { EditConsentText } from './types/EditConsentText';
import type { EraseCustomers } from './types/EraseCustomers';
import type { ErasePhotos } from './types/ErasePhotos';
import type { GiveConsent } from './types/GiveConsent';
import type { GiveToMany } from './types/GiveToMany';
import type { Informed } from './types/Informed';
import type { KeepNotes } from './types/KeepNotes';
import type { LettersProgress } from './types/LettersProgress';
import type { PrintConsent } from './types/PrintConsent';
import type { SaveLetters } from './types/SaveLetters';
import type { WithdrawConsent } from './types/WithdrawConsent';
import type { Differences } from './types/Differences';
import type { Draft } from './types/Draft';
import type { Drift } from './types/Drift';
import type { EditActivity } from './types/EditActivity';
import type { EditClause } from './types/EditClause';
import type { EditContact } from './types/EditContact';
import type { EditCustomer } from './types/EditCustomer';
import type { EditPurchase } from './types/EditPurchase';
import type { EditSupplier } from './types/EditSupplier';
import type { ExportPolicy } from './types/ExportPolicy';
import type { GenerationId } from './types/GenerationId';
import type { GenerationView } from './types/GenerationView';
import type { GivePolicy } from './types/GivePolicy';
import type { HandOver } from './types/HandOver';
import type { HandOverPreview } from './types/HandOverPreview';
import type { HandedOver } from './types/HandedOver';
import type { ImportDone } from './types/ImportDone';
import type { ImportPreview } from './types/ImportPreview';
import type { KeepPolicyAddress } from './types/KeepPolicyAddress';
import type { Language } from './types/Language';
import type { LeaveOutClause } from './types/LeaveOutClause';
import type { ListCustomers } from './types/ListCustomers';
import type { LogContact } from './types/LogContact';
import type { MoveClause } from './types/MoveClause';
import type { News } from './types/News';
import type { Owner } from './types/Owner';
import type { Page } from './types/Page';
import type { Paper } from './types/Paper';
import type { PaperPreview } from './types/PaperPreview';
import type { PolicyPreview } from './types/PolicyPreview';
import type { PolicyVersion } from './types/PolicyVersion';
import type { PrepareHandOver } from './types/PrepareHandOver';
import type { PreviewClause } from './types/PreviewClause';
import type { RecoverySheet } from './types/RecoverySheet';
import type { RemoveAttachment } from './types/RemoveAttachment';
import type { RemoveSupplier } from './types/RemoveSupplier';
import type { Resealed } from './types/Resealed';
import type { Safety } from './types/Safety';
import type { SavePaper } from './types/SavePaper';
import type { Saved } from './types/Saved';
import type { Seen } from './types/Seen';
import type { SetUp } from './types/SetUp';
import type { Settings } from './types/Settings';
import type { Start } from './types/Start';
import type { Strength } from './types/Strength';
import type { SupplierAgreement } from './types/SupplierAgreement';
import type { SupplierFields } from './types/SupplierFields';
import type { SupplierPreset } from './types/SupplierPreset';
import type { SupplierUses } from './types/SupplierUses';
import type { SupplierView } from './types/SupplierView';
import type { Unlocked } from './types/Unlocked';
import type { WriteLetter } from './types/WriteLetter';

async function call<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw toCommandError(thrown);
  }
}

/** A command that changes the register: the window says saving, saved or NOT SAVED from its answer. */
async function change<T>(command: string, args?: Record<string, unknown>): Promise<T> {
  const answer = await changeUnlessCancelled<T>(command, args);
  if (answer === null) throw toCommandError(null);
  return answer.value;
}

async function changeUnlessCancelled<T>(command: string, args?: Record<string, unknown>): Promise<Saved<T> | null> {
  saved.begin();
  try {
    const answer = await call<Saved<T> | null>(command, args);
    if (answer) saved.done(answer.savedAt);
    else saved.unchanged();
    return answer;
  } catch (thrown) {
    const error = toCommandError(thrown);
    error.saidAbove = error.code === 'saveFailed';
    if (error.saidAbove) saved.failed(error.fields[0]?.rule ?? null);
    else saved.unchanged();
    throw error;
  }
}

// Opening and closing
export const start = () => call<Start>('start');
/** Null when the system's dialog was cancelled; refused with `vaultMissing` when no register lies in that folder. */
export const chooseRegister = () => call<Start | null>('choose_register');
export const changeSettings = (settings: Settings) => call<Settings>('change_settings', { settings });
export const measurePassphrase = (passphrase: string) => call<Strength>('measure_passphrase', { passphrase });
export const suggestPassphrases = () => call<string[]>('suggest_passphrases');
export const setUp = (request: SetUp) => change<RecoverySheet>('set_up', { request });
/** Only then does a sheet count that takes another's place. False when the system's dialog was cancelled. */
export const saveRecoverySheet = async () => (await changeUnlessCancelled<null>('save_recovery_sheet')) !== null;
/** Puts the key on the clipboard for half a minute, without its passing through the window. */
export const copyRecoveryKey = () => call<null>('copy_recovery_key');
export const unlock = (passphrase: string) => call<Unlocked>('unlock', { passphrase });
/** In how many seconds the next passphrase is taken: wrong ones slow down. */
export const waitToUnlock = () => call<number>('wait_to_unlock');
export const unlockWithRecoveryKey = (key: string) => call<Unlocked>('unlock_with_recovery_key', { key });
/** Puts what this computer saved last in the place of a register that is missing or another's, and opens it. */
export const restoreRegister = (passphrase: string) => call<Unlocked>('restore_register', { passphrase });
export const restoreRegisterWithRecoveryKey = (key: string) =>
  call<Unlocked>('restore_register_with_recovery_key', { key });
/** Only after opening with the recovery key. */
export const replacePassphrase = (passphrase: string) => change<null>('replace_passphrase', { passphrase });
export const lock = () => call<null>('lock');
/** Calls back with what happens without the window having asked. */
export function listen(heard: (news: News) => void): Promise<null> {
  const window = new Channel<News>();
  window.onmessage = heard;
  return call<null>('listen', { window });
}
/** Nothing is left to keep in a window that is about to be closed. */
export const closeWindow = () => call<null>('close_window');
/** Reads the register from the disk again. It may be changed then if nobody else has it open, or in that computer's stead. */
export const readAgain = (takeOver: boolean) => call<Unlocked>('read_again', { takeOver });
/** A key or a touch: the idle time begins anew. */
export const noteInput = () => call<null>('note_input');

// Earlier states on this computer
export const listGenerations = () => call<GenerationView[]>('list_generations');
export const compareGeneration = (id: GenerationId) => call<Differences>('compare_generation', { id });
/** Puts it in the place of the open state, which is a generation itself. */
export const restoreGeneration = (id: GenerationId) => change<null>('restore_generation', { id });
/** What was chosen becomes as it is in it; everything else stays. */
export const takeOver = (id: GenerationId, chosen: Chosen) => change<null>('take_over', { id, chosen });
/** She keeps the state that is open, whatever was found when it was opened. */
export const keepOpen = () => call<null>('keep_open');

// What opens it, and backups
export const viewSafety = () => call<Safety>('view_safety');
export const changePassphrase = (current: string, next: string) => change<null>('change_passphrase', { current, new: next });
/** Who has an old passphrase and an old key file opens nothing that is saved from then on, nor the earlier states here. */
export const replaceRegisterKey = (passphrase: string) => change<Resealed>('replace_register_key', { passphrase });
/** The old sheet counts until the new one is saved. Then it opens nothing that is saved from then on; earlier states and backups it still does. */
export const makeRecoverySheet = () => call<RecoverySheet>('make_recovery_sheet');
/** Opens the file on disk with nothing but the key, and notes that it worked. */
export const testRecoveryKey = (key: string) => change<null>('test_recovery_key', { key });
/** Seals the earlier states on this computer to today's keys. */
export const resealGenerations = () => call<Resealed>('reseal_generations');
/** To where the last one went, or where she says. Null when the system's dialog was cancelled. */
export const backUp = (elsewhere: boolean) => call<BackedUp | null>('back_up', { elsewhere });
/** Reads a backup to come back from. False when the system's dialog was cancelled. */
export const chooseBackup = () => call<boolean>('choose_backup');
/** Puts the chosen backup where the register should be, and opens it. */
export const restoreBackup = (passphrase: string) => call<Unlocked>('restore_backup', { passphrase });
export const restoreBackupWithRecoveryKey = (key: string) =>
  call<Unlocked>('restore_backup_with_recovery_key', { key });

// A form that is half written
/** Keeps it sealed beside the register, in place of the one before. */
export const keepDraft = (draft: Draft) => call<null>('keep_draft', { draft });
export const findDraft = () => call<Draft | null>('find_draft');
export const dropDraft = () => call<null>('drop_draft');

// The business
export const viewBusiness = () => call<Business>('view_business');
export const editBusiness = (business: Business) => change<Business>('edit_business', { business });

// Customers
export const listCustomers = (request: ListCustomers) => call<CustomerList>('list_customers', { request });
export const openCustomer = (id: CustomerId) => call<CustomerView>('open_customer', { id });
export const addCustomer = (fields: CustomerFields) => change<CustomerView>('add_customer', { fields });
export const editCustomer = (request: EditCustomer, seen: Seen) => change<CustomerView>('edit_customer', { request, seen });
export const addPurchase = (request: AddPurchase, seen: Seen) => change<CustomerView>('add_purchase', { request, seen });
export const editPurchase = (request: EditPurchase, seen: Seen) => change<CustomerView>('edit_purchase', { request, seen });
export const logContact = (request: LogContact, seen: Seen) => change<CustomerView>('log_contact', { request, seen });
export const editContact = (request: EditContact, seen: Seen) => change<CustomerView>('edit_contact', { request, seen });

// Files kept with customers and suppliers: their contents never pass through the window
/** All that are kept there, or null when the system's dialog was cancelled. */
export const addAttachment = async (owner: Owner) =>
  (await changeUnlessCancelled<AttachmentView[]>('add_attachment', { owner }))?.value ?? null;
/** False when the system's dialog was cancelled. */
export const saveAttachment = (id: number) => call<boolean>('save_attachment', { id });
export const removeAttachment = (request: RemoveAttachment) => change<AttachmentView[]>('remove_attachment', { request });
/** Moves sealed files that belong to nobody out of the way. */
export const setUnownedAside = () => call<null>('set_unowned_aside');

// Import
/** Null when the system's dialog was cancelled. */
export const chooseImportFile = () => call<ImportPreview | null>('choose_import_file');
export const pasteImport = (text: string) => call<ImportPreview>('paste_import', { text });
export const adjustImport = (request: AdjustImport) => call<ImportPreview>('adjust_import', { request });
export const confirmImport = (request: ConfirmImport) => change<ImportDone>('confirm_import', { request });
export const cancelImport = () => call<null>('cancel_import');

// Hand over
/** As it will be with a password when it is `locked`. */
export const prepareHandOver = (request: PrepareHandOver, locked: boolean) =>
  call<HandOverPreview>('prepare_hand_over', { request, locked });
/** Null when the system's dialog was cancelled. */
export const handOver = async (request: HandOver) =>
  (await changeUnlessCancelled<HandedOver>('hand_over', { request }))?.value ?? null;
/** Opens the folder in the system's file window. */
export const showHandedOver = () => call<null>('show_handed_over');

// What has drifted apart
export const lookForDrift = (language: Language) => call<Drift[]>('look_for_drift', { language });
/** Those that the books need no longer. */
export const erasePurchases = () => change<null>('erase_purchases');
/** What need not be kept of those of whom nothing was heard. */
export const eraseCustomers = (request: EraseCustomers) => change<null>('erase_customers', { request });

// The map of what is done with data
export const viewMap = (language: Language) => call<ActivityMap>('view_map', { language });
export const answerQuestion = (language: Language, request: AnswerQuestion) => change<ActivityMap>('answer_question', { language, request });
export const addActivity = (request: AddActivity) => change<ActivityMap>('add_activity', { request });
export const editActivity = (request: EditActivity, seen: Seen) => change<ActivityMap>('edit_activity', { request, seen });
export const revertActivity = (language: Language, id: ActivityId) => change<ActivityMap>('revert_activity', { language, id });
export const removeActivity = (language: Language, id: ActivityId) => change<ActivityMap>('remove_activity', { language, id });

// The policy's clauses: each answers the policy screen as it then is
/** The pages as they would be with what is being written. */
export const previewClause = (request: PreviewClause) => call<Page[]>('preview_clause', { request });
export const addClause = (request: AddClause) => change<PolicyPreview>('add_clause', { request });
export const editClause = (request: EditClause, seen: Seen) => change<PolicyPreview>('edit_clause', { request, seen });
export const revertClause = (language: Language, id: ClauseId) => change<PolicyPreview>('revert_clause', { language, id });
export const moveClause = (language: Language, request: MoveClause) => change<PolicyPreview>('move_clause', { language, request });
export const leaveOutClause = (language: Language, request: LeaveOutClause) =>
  change<PolicyPreview>('leave_out_clause', { language, request });
export const removeClause = (language: Language, id: ClauseId) => change<PolicyPreview>('remove_clause', { language, id });

// Policy
export const previewPolicy = (language: Language) => call<PolicyPreview>('preview_policy', { language });
export const adoptPolicy = () => change<PolicyVersion>('adopt_policy');
/** False when the system's dialog was cancelled. */
export const exportPolicy = (request: ExportPolicy) => call<boolean>('export_policy', { request });
/** The page for the table at a party. */
export const previewShortPolicy = (language: Language) => call<Page[]>('preview_short_policy', { language });
/** False when the system's dialog was cancelled. */
export const saveShortPolicy = (language: Language) => call<boolean>('save_short_policy', { language });
export const keepPolicyAddress = (request: KeepPolicyAddress) => change<null>('keep_policy_address', { request });
export const givePolicy = (request: GivePolicy) => change<CustomerView>('give_policy', { request });
/** The letter of article 14. False when the system's dialog was cancelled. */
export const saveLetter = (request: WriteLetter) => call<boolean>('save_letter', { request });

// Suppliers
export const listSuppliers = () => call<SupplierView[]>('list_suppliers');
export const supplierUses = (language: Language) => call<SupplierUses>('supplier_uses', { language });
export const supplierPresets = (language: Language) => call<SupplierPreset[]>('supplier_presets', { language });
export const addSupplier = (fields: SupplierFields) => change<SupplierView>('add_supplier', { fields });
export const editSupplier = (request: EditSupplier, seen: Seen) => change<SupplierView>('edit_supplier', { request, seen });
/** Answers those that are left. */
export const removeSupplier = (request: RemoveSupplier, seen: Seen) => change<SupplierView[]>('remove_supplier', { request, seen });
export const previewAgreement = (request: SupplierAgreement) => call<AgreementPreview>('preview_agreement', { request });
/** False when the system's dialog was cancelled. */
export const exportAgreement = (request: SupplierAgreement) => call<boolean>('export_agreement', { request });
/** Puts the text of the mail on the clipboard. */
export const copyAgreementMail = (request: SupplierAgreement) => call<null>('copy_agreement_mail', { request });

// What an inspector would ask for
export const previewPaper = (paper: Paper, language: Language) => call<PaperPreview>('preview_paper', { paper, language });
/** Calls back with how far the binder is. False when the system's dialog was cancelled. */
export function savePaper(request: SavePaper, heard?: (progress: BinderProgress) => void): Promise<boolean> {
  const progress = new Channel<BinderProgress>();
  if (heard) progress.onmessage = heard;
  return call<boolean>('save_paper', { request, progress });
}
/** The record as a workbook. False when the system's dialog was cancelled. */
export const saveWorkbook = (language: Language) => call<boolean>('save_workbook', { language });

// Who was informed
export const listInformed = () => call<Informed>('list_informed');
/** Answers the rows, to be taken back as they are. */
export const giveToMany = (request: GiveToMany) => change<number[]>('give_to_many', { request });
export const takeBackGiven = (rows: readonly number[]) => change<null>('take_back_given', { rows });
/** Calls back with how far the letters are. False when the system's dialog was cancelled, or they were stopped. */
export function saveLetters(request: SaveLetters, heard: (progress: LettersProgress) => void): Promise<boolean> {
  const progress = new Channel<LettersProgress>();
  progress.onmessage = heard;
  return call<boolean>('save_letters', { request, progress });
}
/** Letters that are being written stop, and leave nothing. */
export const stopLetters = () => call<null>('stop_letters');

// What people are asked, and what they said
export const listConsents = (language: Language) => call<ConsentUse[]>('list_consents', { language });
export const editConsentText = (language: Language, request: EditConsentText) =>
  change<ConsentUse[]>('edit_consent_text', { language, request });
/** The paper to be signed. False when the system's dialog was cancelled. */
export const printConsent = (request: PrintConsent) => call<boolean>('print_consent', { request });
export const customerConsents = (id: CustomerId, language: Language) => call<CustomerConsents>('customer_consents', { id, language });
/** Answers the row, to be undone. */
export const giveConsent = (request: GiveConsent) => change<number>('give_consent', { request });
/** Answers the row, to be undone. */
export const withdrawConsent = (request: WithdrawConsent) => change<number>('withdraw_consent', { request });
export const undoConsent = (row: number) => change<null>('undo_consent', { row });
export const keepNotes = (request: KeepNotes) => change<null>('keep_notes', { request });
/** What follows from a no was done outside the register, or was not after all. */
export const followConsent = (row: number, isDone: boolean) => change<null>('follow_consent', { row, isDone });
/** Pictures go, of those that `customerConsents` shows. */
export const erasePhotos = (request: ErasePhotos) => change<null>('erase_photos', { request });
/** Every line about her health goes, as `customerConsents` shows them. */
export const eraseNotes = (id: CustomerId) => change<null>('erase_notes', { id });
